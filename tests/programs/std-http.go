// SPDX-License-Identifier: MIT

// Package net/http and its httptest, on the loopback.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

func show(resp *http.Response, err error) {
	if err != nil {
		fmt.Println("error:", err)
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if len(body) > 60 {
		body = append(body[:60], "..."...)
	}
	fmt.Printf("%s %s %q %d %v\n", resp.Status, resp.Header.Get("Content-Type"), body, resp.ContentLength, err)
}

func handlers() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "hello %s %s", r.Method, r.URL.Query().Get("name"))
	})
	mux.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		fmt.Fprint(w, r.PostForm, r.FormValue("q"), r.Form["x"])
	})
	mux.HandleFunc("/echo", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Header().Set("Content-Type", r.Header.Get("Content-Type"))
		w.Header().Set("X-Length", fmt.Sprint(r.ContentLength))
		w.WriteHeader(http.StatusCreated)
		w.Write(body)
	})
	mux.HandleFunc("/html", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "<html><body>x</body></html>") })
	mux.HandleFunc("/large", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 1000; i++ {
			fmt.Fprintf(w, "line %d\n", i)
		}
	})
	mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/hello?name=moved", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/none", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/cookie", func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("id")
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes", Path: "/", HttpOnly: true})
		fmt.Fprint(w, c, err)
	})
	mux.HandleFunc("/auth", func(w http.ResponseWriter, r *http.Request) {
		name, password, ok := r.BasicAuth()
		fmt.Fprint(w, name, password, ok, r.UserAgent())
	})
	mux.Handle("/tree/", http.StripPrefix("/tree", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "in tree: ", r.URL.Path)
	})))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, "root")
	})
	return mux
}

func simple(base string) {
	for _, path := range []string{"/hello?name=ann", "/html", "/large", "/old", "/none", "/nothing", "/", "/tree", "/tree/a/b", "/x/../hello"} {
		fmt.Print(path, ": ")
		show(http.Get(base + path))
	}
	show(http.PostForm(base+"/form?q=query&x=1", url.Values{"q": {"form"}, "x": {"2", "a b"}}))
	show(http.Post(base+"/echo", "text/x-some", strings.NewReader("some body")))
	show(http.Post(base+"/echo", "text/x-some", io.MultiReader(strings.NewReader("in"), strings.NewReader("chunks"))))
	show(http.Head(base + "/hello"))
	_, err := http.Get(base + "/loop")
	fmt.Println(strings.Replace(err.Error(), base, "", -1))
	r, _ := http.NewRequest("GET", base+"/cookie", nil)
	r.AddCookie(&http.Cookie{Name: "id", Value: "7"})
	resp, err := http.DefaultClient.Do(r)
	fmt.Println(resp.Cookies()[0], resp.Header["Set-Cookie"])
	show(resp, err)
	r, _ = http.NewRequest("PUT", base+"/auth", nil)
	r.SetBasicAuth("u", "p")
	r.Header.Set("User-Agent", "tester")
	show(http.DefaultClient.Do(r))
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err = client.Get(base + "/old")
	fmt.Println(resp.Header.Get("Location"))
	show(resp, err)
}

func timeouts() {
	released := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
			released <- struct{}{}
		case <-time.After(20 * time.Second):
		}
	}))
	defer s.Close()
	client := &http.Client{Timeout: 20 * time.Millisecond}
	_, err := client.Get(s.URL)
	var e net.Error
	fmt.Println(errors.As(err, &e) && e.Timeout(), strings.HasSuffix(err.Error(), "(Client.Timeout exceeded while awaiting headers)"))
	<-released
	ctx, cancel := context.WithCancel(context.Background())
	r, _ := http.NewRequestWithContext(ctx, "GET", s.URL, nil)
	time.AfterFunc(10*time.Millisecond, cancel)
	_, err = http.DefaultClient.Do(r)
	fmt.Println(errors.Is(err, context.Canceled))
	<-released
	slow := httptest.NewServer(http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
	}), 10*time.Millisecond, "too slow"))
	show(http.Get(slow.URL))
	slow.Close()
}

func shutdown() {
	working, finish := make(chan bool), make(chan bool)
	srv := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(working)
		<-finish
		fmt.Fprint(w, "finished")
	})}
	l, _ := net.Listen("tcp", "127.0.0.1:0")
	var group sync.WaitGroup
	group.Add(2)
	go func() {
		defer group.Done()
		fmt.Println(srv.Serve(l))
	}()
	go func() {
		defer group.Done()
		<-working
		time.AfterFunc(20*time.Millisecond, func() { close(finish) })
		if err := srv.Shutdown(context.Background()); err != nil {
			fmt.Println(err)
		}
	}()
	resp, err := http.Get("http://" + l.Addr().String())
	group.Wait()
	show(resp, err)
	_, err = http.Get("http://" + l.Addr().String())
	fmt.Println(strings.HasSuffix(err.Error(), "connection refused"))
}

func recorded() {
	w := httptest.NewRecorder()
	r := httptest.NewRequest("POST", "http://example.org/echo?x=1", strings.NewReader("body"))
	handlers().ServeHTTP(w, r)
	fmt.Println(w.Code, w.Body, w.Header().Get("X-Length"), r.Host, r.URL.Path)
	result := w.Result()
	fmt.Println(result.Status, result.StatusCode, result.Header["X-Length"])
	h := http.Header{}
	h.Add("accept-encoding", "gzip")
	h.Add("ACCEPT-ENCODING", "br")
	h.Set("x-y", "z")
	fmt.Println(h, h.Get("X-Y"), h.Values("Accept-Encoding"))
	h.Write(os.Stdout)
	fmt.Println(http.StatusText(418), http.StatusText(999) == "")
}

func many(base string) {
	var group sync.WaitGroup
	var mu sync.Mutex
	count := map[string]int{}
	for i := 0; i < 30; i++ {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			resp, err := http.Get(fmt.Sprintf("%s/hello?name=%d", base, i%3))
			if err != nil {
				fmt.Println(err)
				return
			}
			body, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			mu.Lock()
			count[string(body)]++
			mu.Unlock()
		}(i)
	}
	group.Wait()
	fmt.Println(count)
}

func main() {
	s := httptest.NewServer(handlers())
	simple(s.URL)
	many(s.URL)
	s.Close()
	timeouts()
	shutdown()
	recorded()
	for _, u := range []string{"ftp://x", "http://", "://"} {
		_, err := http.Get(u)
		fmt.Println(err)
	}
}

// Output:
// /hello?name=ann: 200 OK text/plain; charset=utf-8 "hello GET ann" 13 <nil>
// /html: 200 OK text/html; charset=utf-8 "<html><body>x</body></html>" 27 <nil>
// /large: 200 OK text/plain; charset=utf-8 "line 0\nline 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\nline..." -1 <nil>
// /old: 200 OK text/plain; charset=utf-8 "hello GET moved" 15 <nil>
// /none: 204 No Content  "" 0 <nil>
// /nothing: 404 Not Found text/plain; charset=utf-8 "404 page not found\n" 19 <nil>
// /: 200 OK text/plain; charset=utf-8 "root" 4 <nil>
// /tree: 200 OK text/plain; charset=utf-8 "in tree: /" 10 <nil>
// /tree/a/b: 200 OK text/plain; charset=utf-8 "in tree: /a/b" 13 <nil>
// /x/../hello: 200 OK text/plain; charset=utf-8 "hello GET " 10 <nil>
// 200 OK text/plain; charset=utf-8 "map[q:[form] x:[2 a b]]form[2 a b 1]" 36 <nil>
// 201 Created text/x-some "some body" 9 <nil>
// 201 Created text/x-some "inchunks" 8 <nil>
// 200 OK text/plain; charset=utf-8 "" 11 <nil>
// Get "/loop": stopped after 10 redirects
// seen=yes; Path=/; HttpOnly [seen=yes; Path=/; HttpOnly]
// 200 OK text/plain; charset=utf-8 "id=7 <nil>" 10 <nil>
// 200 OK text/plain; charset=utf-8 "uptruetester" 12 <nil>
// /hello?name=moved
// 302 Found text/html; charset=utf-8 "<a href=\"/hello?name=moved\">Found</a>.\n\n" 40 <nil>
// map[hello GET 0:10 hello GET 1:10 hello GET 2:10]
// true true
// true
// 503 Service Unavailable text/plain; charset=utf-8 "too slow" 8 <nil>
// http: Server closed
// 200 OK text/plain; charset=utf-8 "finished" 8 <nil>
// true
// 201 body 4 example.org /echo
// 201 Created 201 [4]
// map[Accept-Encoding:[gzip br] X-Y:[z]] z [gzip br]
// Accept-Encoding: gzip
// Accept-Encoding: br
// X-Y: z
// I'm a teapot true
// Get "ftp://x": unsupported protocol scheme "ftp"
// Get "http:": http: no Host in request URL
// parse "://": missing protocol scheme
