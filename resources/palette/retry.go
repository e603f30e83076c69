// SPDX-License-Identifier: MIT
package palette

import (
	"errors"
	"math/rand"
	"time"
)

// retry does the work again when it fails, up to tries times; what fails each time is left out.
//
//sluice:title Retry
//sluice:category time
//sluice:use retry(nil, nil, 5, flaky)
func retry[T, U any](in <-chan T, out chan<- U, tries int, work func(T) (U, error)) {
	defer close(out)
	for v := range in {
		for i := 0; i < tries; i++ {
			result, err := work(v)
			if err == nil {
				out <- result
				break
			}
			time.Sleep(time.Duration(i) * time.Millisecond) // a little longer each time
		}
	}
}

// flaky fails every other time: work to try retry with.
func flaky(v int) (int, error) {
	if rand.Intn(2) == 0 {
		return 0, errors.New("no luck")
	}
	return v, nil
}
