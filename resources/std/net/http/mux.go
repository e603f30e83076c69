// SPDX-License-Identifier: MIT

package http

import (
	"fmt"
	"net"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
)

// Handler answers requests.
type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

// HandlerFunc is a function as a Handler.
type HandlerFunc func(ResponseWriter, *Request)

// ServeHTTP calls f.
func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request) { f(w, r) }

// segment is a part of a pattern's path.
type segment struct {
	text  string // or the wildcard's name
	wild  bool
	multi bool // the rest of the path
}

type pattern struct {
	text         string
	method, host string
	path         []segment
	handler      Handler
}

// ServeMux chooses a handler by method, host and path.
type ServeMux struct {
	mu       sync.RWMutex
	patterns []*pattern
}

// NewServeMux makes one.
func NewServeMux() *ServeMux { return new(ServeMux) }

// DefaultServeMux is what Handle and HandleFunc add to.
var DefaultServeMux = NewServeMux()

func parsePattern(text string) (*pattern, error) {
	p := &pattern{text: text}
	rest := text
	if i := strings.IndexAny(rest, " \t"); i >= 0 {
		p.method, rest = rest[:i], strings.TrimLeft(rest[i:], " \t")
	}
	i := strings.IndexByte(rest, '/')
	if i < 0 {
		return nil, fmt.Errorf("parsing %q: at offset 0: host/path missing /", text)
	}
	p.host, rest = rest[:i], rest[i+1:]
	list := strings.Split(rest, "/")
	for k, s := range list {
		last := k == len(list)-1
		switch {
		case s == "" && last:
			p.path = append(p.path, segment{multi: true, wild: true})
		case s == "{$}" && last:
			p.path = append(p.path, segment{text: "/"})
		case strings.HasPrefix(s, "{") && strings.HasSuffix(s, "...}") && last:
			p.path = append(p.path, segment{text: s[1 : len(s)-4], wild: true, multi: true})
		case strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}"):
			p.path = append(p.path, segment{text: s[1 : len(s)-1], wild: true})
		default:
			if plain, err := url.PathUnescape(s); err == nil {
				s = plain
			}
			p.path = append(p.path, segment{text: s})
		}
	}
	return p, nil
}

// match compares with the parts of a path; a path that ends in a slash has "/" for its last part.
func (p *pattern) match(parts []string) (map[string]string, bool) {
	var values map[string]string
	set := func(name, value string) {
		if name != "" {
			if values == nil {
				values = make(map[string]string)
			}
			values[name] = value
		}
	}
	for i, s := range p.path {
		if s.multi {
			rest := strings.Join(parts[min(i, len(parts)):], "/")
			if i >= len(parts) {
				return nil, false
			}
			set(s.text, strings.TrimSuffix(rest, "/"))
			return values, true
		}
		if i >= len(parts) {
			return nil, false
		}
		if s.wild {
			if parts[i] == "/" {
				return nil, false
			}
			set(s.text, parts[i])
		} else if s.text != parts[i] {
			return nil, false
		}
	}
	return values, len(p.path) == len(parts)
}

// isDir tells whether p ends in a slash behind n parts.
func (p *pattern) isDir(n int) bool {
	return len(p.path) == n+1 && p.path[n].multi && p.path[n].text == ""
}

// before tells whether p is more specific than q.
func (p *pattern) before(q *pattern) bool {
	if (p.host != "") != (q.host != "") {
		return p.host != ""
	}
	for i := 0; i < len(p.path) && i < len(q.path); i++ {
		a, b := p.path[i], q.path[i]
		if a.wild != b.wild {
			return !a.wild
		}
		if a.multi != b.multi {
			return !a.multi
		}
	}
	if len(p.path) != len(q.path) {
		return len(p.path) > len(q.path)
	}
	return p.method != "" && q.method == ""
}

// Handle adds a handler for a pattern.
func (mux *ServeMux) Handle(text string, handler Handler) {
	if text == "" {
		panic("http: invalid pattern")
	}
	if handler == nil {
		panic("http: nil handler")
	}
	p, err := parsePattern(text)
	if err != nil {
		panic(err)
	}
	p.handler = handler
	mux.mu.Lock()
	defer mux.mu.Unlock()
	for _, q := range mux.patterns {
		if q.method == p.method && q.host == p.host && sameRequests(p, q) {
			panic(fmt.Sprintf("pattern %q conflicts with pattern %q:\n%s matches the same requests as %s", text, q.text, text, q.text))
		}
	}
	mux.patterns = append(mux.patterns, p)
}

func sameRequests(p, q *pattern) bool {
	return slices.EqualFunc(p.path, q.path, func(a, b segment) bool {
		return a.wild == b.wild && a.multi == b.multi && (a.wild || a.text == b.text)
	})
}

// HandleFunc adds a function for a pattern.
func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	if handler == nil {
		panic("http: nil handler")
	}
	mux.Handle(pattern, HandlerFunc(handler))
}

// Handle adds a handler to the DefaultServeMux.
func Handle(pattern string, handler Handler) { DefaultServeMux.Handle(pattern, handler) }

// HandleFunc adds a function to the DefaultServeMux.
func HandleFunc(pattern string, handler func(ResponseWriter, *Request)) {
	DefaultServeMux.HandleFunc(pattern, handler)
}

func cleanPath(p string) string {
	if p == "" {
		return "/"
	}
	if p[0] != '/' {
		p = "/" + p
	}
	clean := path.Clean(p)
	if p[len(p)-1] == '/' && clean != "/" {
		clean += "/"
	}
	return clean
}

func partsOf(p string) []string {
	parts := strings.Split(strings.TrimPrefix(p, "/"), "/")
	if parts[len(parts)-1] == "" {
		parts[len(parts)-1] = "/"
	}
	return parts
}

// find gives the most specific pattern for a path; with method "" whatever its method.
func (mux *ServeMux) find(method, host, p string) (best *pattern, values map[string]string) {
	parts := partsOf(p)
	for _, q := range mux.patterns {
		if q.host != "" && q.host != host || method != "" && q.method != "" && q.method != method && !(q.method == "GET" && method == "HEAD") {
			continue
		}
		if v, ok := q.match(parts); ok && (best == nil || q.before(best)) {
			best, values = q, v
		}
	}
	return
}

func (mux *ServeMux) choose(r *Request) (h Handler, text string, values map[string]string) {
	mux.mu.RLock()
	defer mux.mu.RUnlock()
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	p := r.URL.Path
	if r.Method != "CONNECT" {
		p = cleanPath(p)
	}
	best, values := mux.find(r.Method, host, p)
	if (best == nil || best.path[len(best.path)-1].multi) && !strings.HasSuffix(p, "/") {
		if q, _ := mux.find(r.Method, host, p+"/"); q != nil && q.isDir(len(partsOf(p))) {
			u := &url.URL{Path: p + "/", RawQuery: r.URL.RawQuery}
			return RedirectHandler(u.String(), StatusMovedPermanently), q.text, nil
		}
	}
	if best != nil && p != r.URL.Path {
		u := &url.URL{Path: p, RawQuery: r.URL.RawQuery}
		return RedirectHandler(u.String(), StatusMovedPermanently), best.text, nil
	}
	if best != nil {
		return best.handler, best.text, values
	}
	if allowed := mux.allowed(host, p); len(allowed) > 0 {
		return HandlerFunc(func(w ResponseWriter, r *Request) {
			w.Header().Set("Allow", strings.Join(allowed, ", "))
			Error(w, StatusText(StatusMethodNotAllowed), StatusMethodNotAllowed)
		}), "", nil
	}
	return NotFoundHandler(), "", nil
}

func (mux *ServeMux) allowed(host, p string) (methods []string) {
	parts := partsOf(p)
	for _, q := range mux.patterns {
		if _, ok := q.match(parts); ok && q.method != "" && (q.host == "" || q.host == host) {
			methods = append(methods, q.method)
			if q.method == "GET" {
				methods = append(methods, "HEAD")
			}
		}
	}
	slices.Sort(methods)
	return slices.Compact(methods)
}

// Handler gives the handler for a request, and its pattern.
func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string) {
	h, pattern, _ = mux.choose(r)
	return
}

// ServeHTTP answers with the handler that fits best.
func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request) {
	h, text, values := mux.choose(r)
	r.Pattern = text
	for name, value := range values {
		r.SetPathValue(name, value)
	}
	h.ServeHTTP(w, r)
}

// ---- handlers ----

// Error answers with a text.
func Error(w ResponseWriter, text string, code int) {
	h := w.Header()
	h.Del("Content-Length")
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(code)
	fmt.Fprintln(w, text)
}

// NotFound answers that there is nothing.
func NotFound(w ResponseWriter, r *Request) { Error(w, "404 page not found", StatusNotFound) }

// NotFoundHandler gives NotFound.
func NotFoundHandler() Handler { return HandlerFunc(NotFound) }

// Redirect sends the client elsewhere.
func Redirect(w ResponseWriter, r *Request, to string, code int) {
	if u, err := url.Parse(to); err == nil && u.Scheme == "" && u.Host == "" {
		if to == "" || to[0] != '/' {
			dir, _ := path.Split(r.URL.Path)
			to = dir + to
		}
		p, query, found := strings.Cut(to, "?")
		to = cleanPath(p)
		if found {
			to += "?" + query
		}
	}
	h := w.Header()
	_, typed := h["Content-Type"]
	h.Set("Location", to)
	if !typed && (r.Method == "GET" || r.Method == "HEAD") {
		h.Set("Content-Type", "text/html; charset=utf-8")
	}
	w.WriteHeader(code)
	if !typed && r.Method == "GET" {
		fmt.Fprintln(w, "<a href=\""+htmlReplacer.Replace(to)+"\">"+StatusText(code)+"</a>.\n")
	}
}

var htmlReplacer = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// RedirectHandler gives a handler that redirects.
func RedirectHandler(to string, code int) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) { Redirect(w, r, to, code) })
}

// StripPrefix hands on requests with a prefix taken off.
func StripPrefix(prefix string, h Handler) Handler {
	if prefix == "" {
		return h
	}
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		p, ok := strings.CutPrefix(r.URL.Path, prefix)
		if !ok {
			NotFound(w, r)
			return
		}
		r2 := r.WithContext(r.Context())
		u := *r.URL
		u.Path = p
		r2.URL = &u
		h.ServeHTTP(w, r2)
	})
}

// MaxBytesHandler limits the bodies of requests.
func MaxBytesHandler(h Handler, n int64) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		r2 := *r
		r2.Body = MaxBytesReader(w, r.Body, n)
		h.ServeHTTP(w, &r2)
	})
}
