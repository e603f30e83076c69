// SPDX-License-Identifier: MIT

package http

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Errors of servers and handlers.
var (
	ErrServerClosed    = errors.New("http: Server closed")
	ErrAbortHandler    = errors.New("net/http: abort Handler")
	ErrHandlerTimeout  = errors.New("http: Handler timeout")
	ErrBodyNotAllowed  = errors.New("http: request method or response status code does not allow body")
	ErrContentLength   = errors.New("http: wrote more than the declared Content-Length")
	ErrNotSupported    = &ProtocolError{"feature not supported"}
	ErrHijacked        = errors.New("http: connection has been hijacked")
	ErrUseLastResponse = errors.New("net/http: use last response")
)

// ProtocolError is an error of HTTP.
type ProtocolError struct{ ErrorString string }

func (e *ProtocolError) Error() string { return e.ErrorString }

// ResponseWriter takes an answer.
type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

// Flusher sends at once what has been written.
type Flusher interface {
	Flush()
}

type contextKey struct{ name string }

func (k *contextKey) String() string { return "net/http context value " + k.name }

// Keys of a request's context.
var (
	ServerContextKey    = &contextKey{"http-server"}
	LocalAddrContextKey = &contextKey{"local-addr"}
)

// A ConnState is what a connection of a server is at.
type ConnState int

// States of a connection.
const (
	StateNew ConnState = iota
	StateActive
	StateIdle
	StateHijacked
	StateClosed
)

func (c ConnState) String() string {
	return [...]string{"new", "active", "idle", "hijacked", "closed"}[c]
}

// Server answers requests.
type Server struct {
	Addr                         string
	Handler                      Handler
	DisableGeneralOptionsHandler bool
	ReadTimeout                  time.Duration
	ReadHeaderTimeout            time.Duration
	WriteTimeout                 time.Duration
	IdleTimeout                  time.Duration
	MaxHeaderBytes               int
	ConnState                    func(net.Conn, ConnState)
	ErrorLog                     *log.Logger
	BaseContext                  func(net.Listener) context.Context
	ConnContext                  func(ctx context.Context, c net.Conn) context.Context

	closing    atomic.Bool
	mu         sync.Mutex
	listeners  map[net.Listener]bool
	conns      map[*serverConn]bool
	onShutdown []func()
}

// ListenAndServe listens at s.Addr and answers what comes.
func (s *Server) ListenAndServe() error {
	if s.closing.Load() {
		return ErrServerClosed
	}
	addr := s.Addr
	if addr == "" {
		addr = ":http"
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return s.Serve(l)
}

// ListenAndServe listens at addr and answers what comes.
func ListenAndServe(addr string, handler Handler) error {
	return (&Server{Addr: addr, Handler: handler}).ListenAndServe()
}

// ListenAndServeTLS is refused: there is no TLS here.
func ListenAndServeTLS(addr, certFile, keyFile string, handler Handler) error {
	return errors.New("http: TLS is not supported")
}

// Serve answers what comes by a listener.
func Serve(l net.Listener, handler Handler) error { return (&Server{Handler: handler}).Serve(l) }

// Serve answers what comes by a listener.
func (s *Server) Serve(l net.Listener) error {
	s.mu.Lock()
	if s.closing.Load() {
		s.mu.Unlock()
		l.Close()
		return ErrServerClosed
	}
	if s.listeners == nil {
		s.listeners = make(map[net.Listener]bool)
		s.conns = make(map[*serverConn]bool)
	}
	s.listeners[l] = true
	s.mu.Unlock()
	defer l.Close()
	base := context.Background()
	if s.BaseContext != nil {
		base = s.BaseContext(l)
	}
	base = context.WithValue(base, ServerContextKey, s)
	for {
		c, err := l.Accept()
		if err != nil {
			if s.closing.Load() {
				return ErrServerClosed
			}
			return err
		}
		ctx := base
		if s.ConnContext != nil {
			ctx = s.ConnContext(ctx, c)
		}
		sc := &serverConn{server: s, conn: c, b: bufio.NewReader(c)}
		s.mu.Lock()
		s.conns[sc] = true
		s.mu.Unlock()
		sc.state(StateNew)
		go sc.serve(ctx)
	}
}

// RegisterOnShutdown adds a function that Shutdown calls.
func (s *Server) RegisterOnShutdown(f func()) {
	s.mu.Lock()
	s.onShutdown = append(s.onShutdown, f)
	s.mu.Unlock()
}

// SetKeepAlivesEnabled does nothing.
func (s *Server) SetKeepAlivesEnabled(v bool) {}

func (s *Server) closeListeners() {
	s.closing.Store(true)
	for l := range s.listeners {
		l.Close()
	}
}

// Close ends everything at once.
func (s *Server) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closeListeners()
	for c := range s.conns {
		c.conn.Close()
	}
	return nil
}

// Shutdown takes no new connections and waits until those that are at work are done.
func (s *Server) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.closeListeners()
	for _, f := range s.onShutdown {
		go f()
	}
	s.mu.Unlock()
	for wait := time.Millisecond; ; wait = min(2*wait, 500*time.Millisecond) {
		if s.closeIdle() {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
}

// closeIdle closes connections that wait for a request; true: none is left.
func (s *Server) closeIdle() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	quiet := true
	for c := range s.conns {
		if c.busy.Load() {
			quiet = false
			continue
		}
		c.conn.Close()
		delete(s.conns, c)
	}
	return quiet
}

func (s *Server) logf(format string, args ...any) {
	if s.ErrorLog != nil {
		s.ErrorLog.Printf(format, args...)
	} else {
		log.Printf(format, args...)
	}
}

// ---- a connection ----

type serverConn struct {
	server *Server
	conn   net.Conn
	b      *bufio.Reader
	busy   atomic.Bool
}

func (c *serverConn) state(s ConnState) {
	if f := c.server.ConnState; f != nil {
		f(c.conn, s)
	}
}

func (c *serverConn) serve(ctx context.Context) {
	ctx = context.WithValue(ctx, LocalAddrContextKey, c.conn.LocalAddr())
	defer func() {
		if e := recover(); e != nil && e != ErrAbortHandler {
			buf := make([]byte, 64<<10)
			buf = buf[:runtime.Stack(buf, false)]
			c.server.logf("http: panic serving %v: %v\n%s", c.conn.RemoteAddr(), e, buf)
		}
		c.conn.Close()
		c.state(StateClosed)
		c.server.mu.Lock()
		delete(c.server.conns, c)
		c.server.mu.Unlock()
	}()
	for c.one(ctx) {
	}
}

// one answers a request; false: the connection ends.
func (c *serverConn) one(ctx context.Context) bool {
	s := c.server
	if d := max(s.ReadHeaderTimeout, 0); d > 0 || s.ReadTimeout > 0 {
		if d == 0 {
			d = s.ReadTimeout
		}
		c.conn.SetReadDeadline(time.Now().Add(d))
	}
	if _, err := c.b.Peek(1); err != nil {
		return false
	}
	c.busy.Store(true)
	defer c.busy.Store(false)
	c.state(StateActive)
	r, err := ReadRequest(c.b)
	if err != nil {
		if err != io.EOF && err != io.ErrUnexpectedEOF {
			io.WriteString(c.conn, "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request")
		}
		return false
	}
	if r.ProtoAtLeast(1, 1) && r.Host == "" {
		io.WriteString(c.conn, "HTTP/1.1 400 Bad Request: missing required Host header\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request: missing required Host header")
		return false
	}
	c.conn.SetReadDeadline(time.Time{})
	if s.WriteTimeout > 0 {
		c.conn.SetWriteDeadline(time.Now().Add(s.WriteTimeout))
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	r.ctx = ctx
	r.RemoteAddr = c.conn.RemoteAddr().String()
	watch := &watcher{c: c, cancel: cancel}
	if b, ok := r.Body.(*body); ok {
		b.atEnd = watch.start
	} else {
		watch.start()
	}
	w := &response{c: c, r: r, header: make(Header), length: -1}
	handler := s.Handler
	if handler == nil {
		handler = DefaultServeMux
	}
	handler.ServeHTTP(w, r)
	watch.stop()
	keep := w.finish() && !s.closing.Load()
	if keep && r.Body != NoBody {
		_, err := io.CopyN(io.Discard, r.Body, 256<<10)
		keep = err == io.EOF
	}
	c.state(StateIdle)
	return keep
}

// watcher notices that a client goes away while a handler works: nothing is to come then, so reading ends.
type watcher struct {
	c       *serverConn
	cancel  context.CancelFunc
	done    chan struct{}
	stopped atomic.Bool
}

func (w *watcher) start() {
	if w.done != nil || w.stopped.Load() {
		return
	}
	w.done = make(chan struct{})
	go func() {
		defer close(w.done)
		if _, err := w.c.b.Peek(1); err != nil && !w.stopped.Load() {
			w.cancel()
		}
	}()
}

func (w *watcher) stop() {
	w.stopped.Store(true)
	if w.done == nil {
		return
	}
	w.c.conn.SetReadDeadline(time.Unix(1, 0))
	<-w.done
	w.c.conn.SetReadDeadline(time.Time{})
}

// ---- an answer ----

// response collects an answer. What is short goes with a Content-Length, what is long or flushed in chunks.
type response struct {
	c       *serverConn
	r       *Request
	header  Header
	status  int
	head    Header // as WriteHeader has found it
	buf     bytes.Buffer
	out     *bufio.Writer // once the header has gone
	chunks  bool
	length  int64 // declared, or -1
	written int64
	close   bool
}

const collected = 2048

// Header gives the header that will be sent.
func (w *response) Header() Header { return w.header }

// WriteHeader decides the status.
func (w *response) WriteHeader(code int) {
	if code < 100 || code > 999 {
		panic(fmt.Sprintf("invalid WriteHeader code %v", code))
	}
	if w.status != 0 {
		w.c.server.logf("http: superfluous response.WriteHeader call from %s", caller())
		return
	}
	if code < 200 && code != StatusSwitchingProtocols {
		fmt.Fprintf(w.c.conn, "HTTP/1.1 %d %s\r\n", code, StatusText(code))
		w.header.Write(w.c.conn)
		io.WriteString(w.c.conn, "\r\n")
		return
	}
	w.status = code
	w.head = w.header.Clone()
	if s := w.head.Get("Content-Length"); s != "" {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil && n >= 0 {
			w.length = n
		} else {
			w.head.Del("Content-Length")
		}
	}
}

// caller names the function of the handler.
func caller() string {
	pc := make([]uintptr, 16)
	frames := runtime.CallersFrames(pc[:runtime.Callers(2, pc)])
	for {
		f, more := frames.Next()
		if !strings.HasPrefix(f.Function, "net/http.") {
			file := f.File[strings.LastIndexByte(f.File, '/')+1:]
			return fmt.Sprintf("%s (%s:%d)", f.Function, file, f.Line)
		}
		if !more {
			return "unknown"
		}
	}
}

func (w *response) bodyAllowed() bool { return w.status >= 200 && w.status != 204 && w.status != 304 }

// Write writes a part of the body.
func (w *response) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.WriteHeader(StatusOK)
	}
	if len(p) == 0 {
		return 0, nil
	}
	if !w.bodyAllowed() {
		return 0, ErrBodyNotAllowed
	}
	w.written += int64(len(p))
	if w.length >= 0 && w.written > w.length {
		return 0, ErrContentLength
	}
	if w.r.Method == "HEAD" {
		w.buf.Write(p[:min(len(p), max(512-w.buf.Len(), 0))]) // to guess its type
		return len(p), nil
	}
	if w.out == nil {
		if w.buf.Len()+len(p) <= collected {
			return w.buf.Write(p)
		}
		w.sendHead(false)
	}
	return w.send(p)
}

// WriteString writes a part of the body.
func (w *response) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

func (w *response) send(p []byte) (int, error) {
	if w.chunks {
		return (&chunkWriter{w.out}).Write(p)
	}
	return w.out.Write(p)
}

// sendHead sends the header and what is collected; whole: that is all.
func (w *response) sendHead(whole bool) {
	w.out = bufio.NewWriterSize(w.c.conn, 4<<10)
	h := w.head
	if h.Get("Date") == "" {
		h.Set("Date", time.Now().UTC().Format(TimeFormat))
	}
	if w.bodyAllowed() {
		if whole && w.length < 0 && (w.r.Method != "HEAD" || w.written > 0) {
			h.Set("Content-Length", strconv.FormatInt(w.written, 10))
		} else if w.length < 0 && w.r.Method != "HEAD" {
			if w.chunks = w.r.ProtoAtLeast(1, 1); w.chunks {
				h.Set("Transfer-Encoding", "chunked")
			} else {
				w.close = true
			}
		}
		if _, ok := h["Content-Type"]; !ok && w.buf.Len() > 0 {
			h.Set("Content-Type", DetectContentType(w.buf.Bytes()))
		} else if !ok && !whole && w.r.Method != "HEAD" {
			h.Set("Content-Type", "text/plain; charset=utf-8")
		}
	}
	if w.r.Close || h.Get("Connection") == "close" || w.c.server.closing.Load() {
		w.close = true
	}
	if w.close && w.r.ProtoAtLeast(1, 1) {
		h.Set("Connection", "close")
	}
	text := StatusText(w.status)
	if text == "" {
		text = "status code " + itoa(w.status)
	}
	fmt.Fprintf(w.out, "HTTP/1.1 %03d %s\r\n", w.status, text)
	h.Write(w.out)
	io.WriteString(w.out, "\r\n")
	if w.r.Method != "HEAD" && w.buf.Len() > 0 {
		w.send(w.buf.Bytes())
	}
	w.buf.Reset()
}

// Flush sends what there is.
func (w *response) Flush() {
	if w.status == 0 {
		w.WriteHeader(StatusOK)
	}
	if w.out == nil {
		w.sendHead(false)
	}
	w.out.Flush()
}

// finish sends the rest; false: the connection has to end.
func (w *response) finish() bool {
	if w.status == 0 {
		w.WriteHeader(StatusOK)
	}
	if w.out == nil {
		w.sendHead(true)
	}
	if w.chunks {
		(&chunkWriter{w.out}).Close()
	}
	err := w.out.Flush()
	return err == nil && !w.close && !(w.length >= 0 && w.written < w.length && w.r.Method != "HEAD")
}

// ---- timeouts ----

// TimeoutHandler answers 503 with body if h takes too long.
func TimeoutHandler(h Handler, d time.Duration, body string) Handler {
	return HandlerFunc(func(w ResponseWriter, r *Request) {
		ctx, cancel := context.WithTimeout(r.Context(), d)
		defer cancel()
		in := &inTime{header: make(Header), status: StatusOK}
		done, failed := make(chan struct{}), make(chan any, 1)
		go func() {
			defer func() {
				if e := recover(); e != nil {
					failed <- e
				}
			}()
			h.ServeHTTP(in, r.WithContext(ctx))
			close(done)
		}()
		select {
		case e := <-failed:
			panic(e)
		case <-done:
			in.mu.Lock()
			defer in.mu.Unlock()
			for k, v := range in.header {
				w.Header()[k] = v
			}
			w.WriteHeader(in.status)
			w.Write(in.buf.Bytes())
		case <-ctx.Done():
			in.mu.Lock()
			in.late = true
			in.mu.Unlock()
			w.WriteHeader(StatusServiceUnavailable)
			if body == "" {
				body = "<html><head><title>Timeout</title></head><body><h1>Timeout</h1></body></html>"
			}
			io.WriteString(w, body)
		}
	})
}

type inTime struct {
	mu     sync.Mutex
	header Header
	buf    bytes.Buffer
	status int
	wrote  bool
	late   bool
}

func (w *inTime) Header() Header { return w.header }

func (w *inTime) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.late {
		return 0, ErrHandlerTimeout
	}
	w.wrote = true
	return w.buf.Write(p)
}

func (w *inTime) WriteHeader(code int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.wrote && !w.late {
		w.status, w.wrote = code, true
	}
}
