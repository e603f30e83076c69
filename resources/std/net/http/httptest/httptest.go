// SPDX-License-Identifier: MIT

// Package httptest tests handlers: by recording what they answer, and by servers of their own.
package httptest

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// DefaultRemoteAddr is the address of those who ask.
const DefaultRemoteAddr = "1.2.3.4"

// NewRequest makes a request as a server gets it.
func NewRequest(method, target string, body io.Reader) *http.Request {
	if method == "" {
		method = "GET"
	}
	r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(method + " " + target + " HTTP/1.0\r\n\r\n")))
	if err != nil {
		panic("invalid NewRequest arguments; " + err.Error())
	}
	r.Proto, r.ProtoMinor, r.Close = "HTTP/1.1", 1, false
	if body != nil {
		switch b := body.(type) {
		case *bytes.Buffer:
			r.ContentLength = int64(b.Len())
		case *bytes.Reader:
			r.ContentLength = int64(b.Len())
		case *strings.Reader:
			r.ContentLength = int64(b.Len())
		default:
			r.ContentLength = -1
		}
		if rc, ok := body.(io.ReadCloser); ok {
			r.Body = rc
		} else {
			r.Body = io.NopCloser(body)
		}
	}
	r.RemoteAddr = "192.0.2.1:1234"
	if r.Host == "" {
		r.Host = "example.com"
	}
	return r
}

// ResponseRecorder keeps what a handler answers.
type ResponseRecorder struct {
	Code      int
	HeaderMap http.Header
	Body      *bytes.Buffer
	Flushed   bool

	result *http.Response
	head   http.Header // as WriteHeader has found it
	wrote  bool
}

// NewRecorder makes one.
func NewRecorder() *ResponseRecorder {
	return &ResponseRecorder{Code: 200, HeaderMap: make(http.Header), Body: new(bytes.Buffer)}
}

// Header gives the header.
func (w *ResponseRecorder) Header() http.Header {
	if w.HeaderMap == nil {
		w.HeaderMap = make(http.Header)
	}
	return w.HeaderMap
}

func (w *ResponseRecorder) begin(p []byte) {
	if w.wrote {
		return
	}
	h := w.Header()
	if _, typed := h["Content-Type"]; !typed && h.Get("Transfer-Encoding") == "" {
		h.Set("Content-Type", http.DetectContentType(p))
	}
	w.WriteHeader(200)
}

// Write keeps a part of the body.
func (w *ResponseRecorder) Write(p []byte) (int, error) {
	w.begin(p)
	if w.Body != nil {
		w.Body.Write(p)
	}
	return len(p), nil
}

// WriteString keeps a part of the body.
func (w *ResponseRecorder) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

// WriteHeader keeps the status.
func (w *ResponseRecorder) WriteHeader(code int) {
	if w.wrote {
		return
	}
	if code < 100 || code > 999 {
		panic(fmt.Sprintf("invalid WriteHeader code %v", code))
	}
	w.Code, w.wrote = code, true
	w.head = w.Header().Clone()
}

// Flush notes that there was a Flush.
func (w *ResponseRecorder) Flush() {
	if !w.wrote {
		w.WriteHeader(200)
	}
	w.Flushed = true
}

// Result gives the answer.
func (w *ResponseRecorder) Result() *http.Response {
	if w.result != nil {
		return w.result
	}
	if w.head == nil {
		w.head = w.Header().Clone()
	}
	if w.Code == 0 {
		w.Code = 200
	}
	r := &http.Response{StatusCode: w.Code, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: w.head}
	r.Status = fmt.Sprintf("%03d %s", w.Code, http.StatusText(w.Code))
	r.Body = http.NoBody
	if w.Body != nil {
		r.Body = io.NopCloser(bytes.NewReader(w.Body.Bytes()))
	}
	r.ContentLength = -1
	if n, err := strconv.ParseInt(r.Header.Get("Content-Length"), 10, 64); err == nil {
		r.ContentLength = n
	}
	w.result = r
	return r
}

// Server is a server of a test, on the loopback.
type Server struct {
	URL         string
	Listener    net.Listener
	EnableHTTP2 bool
	Config      *http.Server

	once   sync.Once
	client *http.Client
}

// NewServer starts a server.
func NewServer(handler http.Handler) *Server {
	s := NewUnstartedServer(handler)
	s.Start()
	return s
}

// NewUnstartedServer makes a server.
func NewUnstartedServer(handler http.Handler) *Server {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(fmt.Sprintf("httptest: failed to listen on a port: %v", err))
	}
	return &Server{Listener: l, Config: &http.Server{Handler: handler}}
}

// Start starts it.
func (s *Server) Start() {
	if s.URL != "" {
		panic("Server already started")
	}
	s.URL = "http://" + s.Listener.Addr().String()
	s.client = &http.Client{Transport: &http.Transport{}}
	go s.Config.Serve(s.Listener)
}

// Client gives a client for the server.
func (s *Server) Client() *http.Client { return s.client }

// Close ends it; requests that are at work are waited for.
func (s *Server) Close() {
	s.once.Do(func() {
		s.Listener.Close()
		s.Config.Shutdown(context.Background())
	})
}

// CloseClientConnections ends all connections.
func (s *Server) CloseClientConnections() { s.Config.Close() }
