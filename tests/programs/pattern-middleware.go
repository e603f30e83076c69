// Handlers wrapped in handlers; order, early return, and a recovered panic.
package main

import (
	"fmt"
	"strings"
)

type request struct{ path, user string }
type handler interface {
	serve(*request) (string, error)
}
type handlerFunc func(*request) (string, error)

func (f handlerFunc) serve(r *request) (string, error) { return f(r) }

type middleware func(handler) handler

func chain(h handler, ms ...middleware) handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func main() {
	var log []string
	logging := func(name string) middleware {
		return func(next handler) handler {
			return handlerFunc(func(r *request) (s string, err error) {
				log = append(log, name+">")
				defer func() { log = append(log, "<"+name) }()
				return next.serve(r)
			})
		}
	}
	auth := func(next handler) handler {
		return handlerFunc(func(r *request) (string, error) {
			if r.user == "" {
				return "", fmt.Errorf("%s: who are you", r.path)
			}
			return next.serve(r)
		})
	}
	recovery := func(next handler) handler {
		return handlerFunc(func(r *request) (s string, err error) {
			defer func() {
				if e := recover(); e != nil {
					s, err = "", fmt.Errorf("recovered: %v", e)
				}
			}()
			return next.serve(r)
		})
	}
	mux := map[string]handlerFunc{
		"/hi":   func(r *request) (string, error) { return "hi " + r.user, nil },
		"/boom": func(r *request) (string, error) { var m map[string]int; m[r.user]++; return "", nil },
	}
	root := handlerFunc(func(r *request) (string, error) { return mux[r.path](r) })
	h := chain(root, logging("a"), recovery, auth, logging("b"))
	for _, r := range []*request{{"/hi", "ann"}, {"/hi", ""}, {"/boom", "bob"}, {"/none", "eve"}} {
		log = nil
		s, err := h.serve(r)
		fmt.Printf("%q %v %s\n", s, err, strings.Join(log, " "))
	}
}

// Output:
// "hi ann" <nil> a> b> <b <a
// "" /hi: who are you a> <a
// "" recovered: assignment to entry in nil map a> b> <b <a
// "" recovered: runtime error: invalid memory address or nil pointer dereference a> b> <b <a
