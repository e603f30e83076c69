// SPDX-License-Identifier: MIT

package http

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"time"
)

// RoundTripper gets a response for a request.
type RoundTripper interface {
	RoundTrip(*Request) (*Response, error)
}

// Client sends requests.
type Client struct {
	Transport     RoundTripper
	CheckRedirect func(req *Request, via []*Request) error
	Jar           CookieJar
	Timeout       time.Duration
}

// DefaultClient is what Get, Head and Post use.
var DefaultClient = &Client{}

// Get gets a URL.
func Get(url string) (*Response, error) { return DefaultClient.Get(url) }

// Head gets a URL's header.
func Head(url string) (*Response, error) { return DefaultClient.Head(url) }

// Post sends a body to a URL.
func Post(url, contentType string, body io.Reader) (*Response, error) {
	return DefaultClient.Post(url, contentType, body)
}

// PostForm sends a form to a URL.
func PostForm(url string, data url.Values) (*Response, error) {
	return DefaultClient.PostForm(url, data)
}

func (c *Client) simple(method, target, contentType string, body io.Reader) (*Response, error) {
	r, err := NewRequest(method, target, body)
	if err != nil {
		return nil, err
	}
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	return c.Do(r)
}

// Get gets a URL.
func (c *Client) Get(url string) (*Response, error) { return c.simple("GET", url, "", nil) }

// Head gets a URL's header.
func (c *Client) Head(url string) (*Response, error) { return c.simple("HEAD", url, "", nil) }

// Post sends a body to a URL.
func (c *Client) Post(url, contentType string, body io.Reader) (*Response, error) {
	return c.simple("POST", url, contentType, body)
}

// PostForm sends a form to a URL.
func (c *Client) PostForm(url string, data url.Values) (*Response, error) {
	return c.Post(url, "application/x-www-form-urlencoded", strings.NewReader(data.Encode()))
}

// CloseIdleConnections does nothing: connections are used once.
func (c *Client) CloseIdleConnections() {}

func opName(method string) string {
	if method == "" {
		return "Get"
	}
	return method[:1] + strings.ToLower(method[1:])
}

// timeoutError is the Client's own timeout.
type timeoutError struct {
	text string
	err  error
}

func (e *timeoutError) Error() string   { return e.text }
func (e *timeoutError) Timeout() bool   { return true }
func (e *timeoutError) Temporary() bool { return true }
func (e *timeoutError) Unwrap() error   { return e.err }

// Do sends a request and follows redirects.
func (c *Client) Do(r *Request) (*Response, error) {
	fail := func(at *Request, err error) (*Response, error) {
		return nil, &url.Error{Op: opName(r.Method), URL: at.URL.Redacted(), Err: err}
	}
	if r.URL == nil {
		return nil, &url.Error{Op: opName(r.Method), Err: errors.New("http: nil Request.URL")}
	}
	ctx, cancel := r.Context(), func() {}
	var until time.Time
	if c.Timeout > 0 {
		until = time.Now().Add(c.Timeout)
		ctx, cancel = context.WithDeadline(ctx, until)
	}
	late := func(err error, when string) error {
		if c.Timeout > 0 && !time.Now().Before(until) && r.Context().Err() == nil {
			return &timeoutError{err.Error() + " (Client.Timeout exceeded while " + when + ")", err}
		}
		return err
	}
	at := r.WithContext(ctx)
	var via []*Request
	for {
		if c.Jar != nil {
			for _, k := range c.Jar.Cookies(at.URL) {
				at.AddCookie(k)
			}
		}
		resp, err := c.transport().RoundTrip(at)
		if err != nil {
			err = late(err, "awaiting headers")
			cancel()
			return fail(at, err)
		}
		if c.Jar != nil {
			if list := resp.Cookies(); len(list) > 0 {
				c.Jar.SetCookies(at.URL, list)
			}
		}
		next, err := redirected(at, resp)
		if err == nil && next != nil {
			via = append(via, at)
			err = c.check(next, via)
		}
		if next == nil || err == ErrUseLastResponse {
			resp.Body = &lateBody{resp.Body, cancel, late}
			return resp, nil
		}
		if err != nil {
			cancel()
			_, e := fail(next, err)
			return resp, e
		}
		io.CopyN(io.Discard, resp.Body, 2<<10)
		resp.Body.Close()
		at = next
	}
}

type lateBody struct {
	io.ReadCloser
	cancel func()
	late   func(err error, when string) error
}

func (b *lateBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = b.late(err, "reading body")
	}
	return n, err
}

func (b *lateBody) Close() error {
	err := b.ReadCloser.Close()
	b.cancel()
	return err
}

func (c *Client) transport() RoundTripper {
	if c.Transport != nil {
		return c.Transport
	}
	return DefaultTransport
}

func (c *Client) check(next *Request, via []*Request) error {
	if c.CheckRedirect != nil {
		return c.CheckRedirect(next, via)
	}
	if len(via) >= 10 {
		return errors.New("stopped after 10 redirects")
	}
	return nil
}

// redirected gives the request that follows a redirect, or nil.
func redirected(r *Request, resp *Response) (*Request, error) {
	method := r.Method
	switch resp.StatusCode {
	case 301, 302, 303:
		if method != "HEAD" {
			method = "GET"
		}
	case 307, 308:
	default:
		return nil, nil
	}
	to := resp.Header.Get("Location")
	if to == "" {
		return nil, nil
	}
	u, err := r.URL.Parse(to)
	if err != nil {
		return r, fmt.Errorf("failed to parse Location header %q: %v", to, err)
	}
	next := &Request{Method: method, URL: u, Header: r.Header.Clone(), Host: u.Host, ctx: r.ctx, Response: resp,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}
	if next.Header == nil {
		next.Header = make(Header)
	}
	next.Header.Del("Cookie")
	if method == r.Method && r.GetBody != nil {
		next.Body, err = r.GetBody()
		next.ContentLength = r.ContentLength
	} else {
		next.Header.Del("Content-Type")
	}
	next.Header.Set("Referer", r.URL.String())
	return next, err
}

// ---- transport ----

// Transport makes a connection for each request. What concerns proxies, pools and TLS does nothing.
type Transport struct {
	Proxy                  func(*Request) (*url.URL, error)
	DialContext            func(ctx context.Context, network, addr string) (net.Conn, error)
	Dial                   func(network, addr string) (net.Conn, error)
	TLSHandshakeTimeout    time.Duration
	DisableKeepAlives      bool
	DisableCompression     bool
	MaxIdleConns           int
	MaxIdleConnsPerHost    int
	MaxConnsPerHost        int
	IdleConnTimeout        time.Duration
	ResponseHeaderTimeout  time.Duration
	ExpectContinueTimeout  time.Duration
	MaxResponseHeaderBytes int64
	WriteBufferSize        int
	ReadBufferSize         int
	ForceAttemptHTTP2      bool
}

// DefaultTransport is what Clients use that have none.
var DefaultTransport RoundTripper = &Transport{}

// CloseIdleConnections does nothing.
func (t *Transport) CloseIdleConnections() {}

// Clone gives a copy.
func (t *Transport) Clone() *Transport {
	c := *t
	return &c
}

// ProxyFromEnvironment gives no proxy.
func ProxyFromEnvironment(*Request) (*url.URL, error) { return nil, nil }

// ProxyURL gives a function that gives a proxy.
func ProxyURL(fixed *url.URL) func(*Request) (*url.URL, error) {
	return func(*Request) (*url.URL, error) { return fixed, nil }
}

func (t *Transport) dial(ctx context.Context, addr string) (net.Conn, error) {
	if t.DialContext != nil {
		return t.DialContext(ctx, "tcp", addr)
	}
	if t.Dial != nil {
		return t.Dial("tcp", addr)
	}
	return (&net.Dialer{}).DialContext(ctx, "tcp", addr)
}

// RoundTrip sends a request and reads the header of the response.
func (t *Transport) RoundTrip(r *Request) (*Response, error) {
	closeBody := func() {
		if r.Body != nil {
			r.Body.Close()
		}
	}
	switch {
	case r.URL == nil:
		closeBody()
		return nil, errors.New("http: nil Request.URL")
	case r.URL.Scheme == "https":
		closeBody()
		host := r.URL.Host
		if r.URL.Port() == "" {
			host += ":443"
		}
		if _, err := (&net.Dialer{}).DialContext(r.Context(), "tcp", host); err != nil {
			return nil, err
		}
		return nil, errors.New("http: TLS is not supported")
	case r.URL.Scheme != "http":
		closeBody()
		return nil, fmt.Errorf("unsupported protocol scheme %q", r.URL.Scheme)
	case r.URL.Host == "":
		closeBody()
		return nil, errors.New("http: no Host in request URL")
	}
	ctx := r.Context()
	host := r.URL.Host
	if r.URL.Port() == "" {
		host = net.JoinHostPort(r.URL.Hostname(), "80")
	}
	conn, err := t.dial(ctx, host)
	if err != nil {
		closeBody()
		return nil, why(ctx, err)
	}
	c := &clientConn{conn: conn}
	c.stop = context.AfterFunc(ctx, func() { conn.Close() })
	if d := t.ResponseHeaderTimeout; d > 0 {
		conn.SetReadDeadline(time.Now().Add(d))
	}
	sent := make(chan error, 1)
	go func() { sent <- r.Write(conn) }()
	b := bufio.NewReader(conn)
	resp, err := ReadResponse(b, r)
	for err == nil && resp.StatusCode < 200 && resp.StatusCode != StatusSwitchingProtocols {
		resp, err = ReadResponse(b, r)
	}
	if err != nil {
		c.end()
		if e := <-sent; e != nil && ctx.Err() == nil && errors.Is(err, io.ErrUnexpectedEOF) {
			err = e
		}
		if err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		return nil, why(ctx, err)
	}
	conn.SetReadDeadline(time.Time{})
	if resp.Body == NoBody {
		c.end()
	} else {
		resp.Body = &clientBody{ReadCloser: resp.Body, c: c, ctx: ctx}
	}
	return resp, nil
}

// why prefers the context's error to what it has caused.
func why(ctx context.Context, err error) error {
	if e := ctx.Err(); e != nil {
		return e
	}
	return err
}

type clientConn struct {
	conn net.Conn
	stop func() bool
	once sync.Once
}

func (c *clientConn) end() {
	c.once.Do(func() {
		c.stop()
		c.conn.Close()
	})
}

// clientBody gives the connection up when it has been read or is closed.
type clientBody struct {
	io.ReadCloser
	c   *clientConn
	ctx context.Context
}

func (b *clientBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err == io.EOF {
		b.c.end()
	} else if err != nil && err != ErrBodyReadAfterClose {
		err = why(b.ctx, err)
	}
	return n, err
}

func (b *clientBody) Close() error {
	err := b.ReadCloser.Close()
	b.c.end()
	return err
}
