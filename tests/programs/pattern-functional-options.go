// Options as functions, with validation that collects errors.
package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

type server struct {
	addr    string
	timeout time.Duration
	tags    map[string]string
	errs    []error
}
type option func(*server)

func timeout(d time.Duration) option {
	return func(s *server) {
		if d <= 0 {
			s.errs = append(s.errs, fmt.Errorf("timeout %v", d))
			return
		}
		s.timeout = d
	}
}
func tag(k, v string) option { return func(s *server) { s.tags[k] = v } }
func all(opts ...option) option {
	return func(s *server) {
		for _, o := range opts {
			o(s)
		}
	}
}

func newServer(addr string, opts ...option) (*server, error) {
	s := &server{addr: addr, timeout: time.Second, tags: map[string]string{}}
	all(opts...)(s)
	if len(s.errs) > 0 {
		var texts []string
		for _, e := range s.errs {
			texts = append(texts, e.Error())
		}
		return nil, errors.New(strings.Join(texts, "; "))
	}
	return s, nil
}

func main() {
	secure := all(tag("tls", "on"), timeout(3*time.Second))
	s, err := newServer("here", secure, tag("zone", "b"))
	fmt.Println(s.addr, s.timeout, s.tags, err)
	s, err = newServer("there", timeout(-time.Minute), secure, timeout(0))
	fmt.Println(s == nil, err)
}

// Output:
// here 3s map[tls:on zone:b] <nil>
// true timeout -1m0s; timeout 0s
