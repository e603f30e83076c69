// SPDX-License-Identifier: MIT

// The first error ends the wait; the others send theirs into room for all.
package main

import "errors"

func all(fs ...func() error) error {
	errs := make(chan error, len(fs))
	for _, f := range fs {
		go func(f func() error) {
			errs <- f()
		}(f)
	}
	for range fs {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func main() {
	all(func() error { return nil }, func() error { return errors.New("x") }, func() error { return nil })
}
