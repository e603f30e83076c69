// SPDX-License-Identifier: MIT

// Patterns of a ServeMux since Go 1.22, and what is outside of the loopback.
package main

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
)

func main() {
	mux := http.NewServeMux()
	say := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "%s [%s] %s %s", text, r.Pattern, r.PathValue("id"), r.PathValue("rest"))
		}
	}
	for _, p := range []string{"GET /items/{id}", "POST /items/{id}", "GET /items/new", "GET /files/{rest...}", "GET /files/{$}", "example.org/", "GET /", "GET /a/{id}/b/{rest}"} {
		mux.Handle(p, say(p))
	}
	for _, ask := range [][2]string{{"GET", "/items/7"}, {"POST", "/items/7"}, {"DELETE", "/items/7"}, {"GET", "/items/new"}, {"HEAD", "/items/7"},
		{"GET", "/files/x/y/z"}, {"GET", "/files/"}, {"GET", "http://example.org/what"}, {"GET", "/other"}, {"POST", "/other"},
		{"GET", "/a/1/b/2"}, {"GET", "/a/1/b"}, {"GET", "/items/a%20b"}, {"GET", "/files/.."}} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(ask[0], ask[1], nil)
		mux.ServeHTTP(w, r)
		fmt.Println(ask, w.Code, w.Body, w.Header().Get("Allow"), w.Header().Get("Location"))
	}
	defer func() { fmt.Println(recover() != nil) }()
	_, err := http.Get("http://example.com/")
	fmt.Println(err)
	_, err = net.Dial("tcp", "8.8.8.8:53")
	fmt.Println(err)
	mux.Handle("GET /items/{other}", say("x"))
}

// Needs: go1.22
// Output:
// [GET /items/7] 200 GET /items/{id} [GET /items/{id}] 7
// [POST /items/7] 200 POST /items/{id} [POST /items/{id}] 7
// [DELETE /items/7] 405 Method Not Allowed
//  GET, HEAD, POST
// [GET /items/new] 200 GET /items/new [GET /items/new]
// [HEAD /items/7] 200 GET /items/{id} [GET /items/{id}] 7
// [GET /files/x/y/z] 200 GET /files/{rest...} [GET /files/{rest...}]  x/y/z
// [GET /files/] 200 GET /files/{$} [GET /files/{$}]
// [GET http://example.org/what] 200 example.org/ [example.org/]
// [GET /other] 200 GET / [GET /]
// [POST /other] 405 Method Not Allowed
//  GET, HEAD
// [GET /a/1/b/2] 200 GET /a/{id}/b/{rest} [GET /a/{id}/b/{rest}] 1 2
// [GET /a/1/b] 200 GET / [GET /]
// [GET /items/a%20b] 200 GET /items/{id} [GET /items/{id}] a b
// [GET /files/..] 301 <a href="/">Moved Permanently</a>.
//
//   /
// Get "http://example.com/": dial tcp: lookup example.com: no such host (programs have no network but their own loopback)
// dial tcp 8.8.8.8:53: connect: network is unreachable
// true
