// SPDX-License-Identifier: MIT

package http

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// Errors of messages.
var (
	ErrNoCookie           = errors.New("http: named cookie not present")
	ErrNoLocation         = errors.New("http: no Location header in response")
	ErrBodyReadAfterClose = errors.New("http: invalid Read on closed Body")
	ErrMissingFile        = errors.New("http: no such file")
)

type noBody struct{}

func (noBody) Read([]byte) (int, error)         { return 0, io.EOF }
func (noBody) Close() error                     { return nil }
func (noBody) WriteTo(io.Writer) (int64, error) { return 0, nil }

// NoBody is the body of a message without one.
var NoBody = noBody{}

// Request is a request, as a server got it or a client sends it.
type Request struct {
	Method           string
	URL              *url.URL
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	GetBody          func() (io.ReadCloser, error)
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Host             string
	Form             url.Values
	PostForm         url.Values
	Trailer          Header
	RemoteAddr       string
	RequestURI       string
	Cancel           <-chan struct{}
	Response         *Response
	Pattern          string

	ctx   context.Context
	paths map[string]string // of the pattern's wildcards
}

// Response is what a server answers.
type Response struct {
	Status           string
	StatusCode       int
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Uncompressed     bool
	Trailer          Header
	Request          *Request
}

// NewRequest makes a request for a client.
func NewRequest(method, target string, body io.Reader) (*Request, error) {
	return NewRequestWithContext(context.Background(), method, target, body)
}

// NewRequestWithContext makes a request that ends with a context.
func NewRequestWithContext(ctx context.Context, method, target string, body io.Reader) (*Request, error) {
	if method == "" {
		method = "GET"
	}
	for i := 0; i < len(method); i++ {
		if !isToken(method[i]) {
			return nil, fmt.Errorf("net/http: invalid method %q", method)
		}
	}
	if ctx == nil {
		return nil, errors.New("net/http: nil Context")
	}
	u, err := url.Parse(target)
	if err != nil {
		return nil, err
	}
	r := &Request{Method: method, URL: u, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: make(Header), Host: u.Host, ctx: ctx}
	if body == nil {
		return r, nil
	}
	rc, ok := body.(io.ReadCloser)
	if !ok {
		rc = io.NopCloser(body)
	}
	r.Body = rc
	var again func() io.Reader
	switch b := body.(type) {
	case *bytes.Buffer:
		r.ContentLength = int64(b.Len())
		data := b.Bytes()
		again = func() io.Reader { return bytes.NewReader(data) }
	case *bytes.Reader:
		r.ContentLength = int64(b.Len())
		copied := *b
		again = func() io.Reader { c := copied; return &c }
	case *strings.Reader:
		r.ContentLength = int64(b.Len())
		copied := *b
		again = func() io.Reader { c := copied; return &c }
	default:
		r.ContentLength = -1
		return r, nil
	}
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(again()), nil }
	if r.ContentLength == 0 {
		r.Body = NoBody
	}
	return r, nil
}

// Context gives the request's context.
func (r *Request) Context() context.Context {
	if r.ctx != nil {
		return r.ctx
	}
	return context.Background()
}

// WithContext gives a copy with another context.
func (r *Request) WithContext(ctx context.Context) *Request {
	if ctx == nil {
		panic("nil context")
	}
	c := *r
	c.ctx = ctx
	return &c
}

// Clone gives a deep copy.
func (r *Request) Clone(ctx context.Context) *Request {
	c := r.WithContext(ctx)
	c.Header = r.Header.Clone()
	if r.URL != nil {
		u := *r.URL
		c.URL = &u
	}
	return c
}

// PathValue gives what stood for a wildcard of the pattern.
func (r *Request) PathValue(name string) string { return r.paths[name] }

// SetPathValue sets it.
func (r *Request) SetPathValue(name, value string) {
	if r.paths == nil {
		r.paths = make(map[string]string)
	}
	r.paths[name] = value
}

// ProtoAtLeast compares versions.
func (r *Request) ProtoAtLeast(major, minor int) bool {
	return r.ProtoMajor > major || r.ProtoMajor == major && r.ProtoMinor >= minor
}

// UserAgent gives the client's name.
func (r *Request) UserAgent() string { return r.Header.Get("User-Agent") }

// Referer gives where the link was.
func (r *Request) Referer() string { return r.Header.Get("Referer") }

// Cookies gives the cookies that came.
func (r *Request) Cookies() []*Cookie { return readCookies(r.Header) }

// Cookie gives one of them.
func (r *Request) Cookie(name string) (*Cookie, error) {
	for _, c := range r.Cookies() {
		if c.Name == name {
			return c, nil
		}
	}
	return nil, ErrNoCookie
}

// AddCookie adds a cookie.
func (r *Request) AddCookie(c *Cookie) {
	s := c.Name + "=" + c.Value
	if old := r.Header.Get("Cookie"); old != "" {
		s = old + "; " + s
	}
	r.Header.Set("Cookie", s)
}

// BasicAuth gives name and password.
func (r *Request) BasicAuth() (username, password string, ok bool) {
	code, found := strings.CutPrefix(r.Header.Get("Authorization"), "Basic ")
	text, err := base64.StdEncoding.DecodeString(code)
	if !found || err != nil {
		return "", "", false
	}
	return strings.Cut(string(text), ":")
}

// SetBasicAuth sets name and password.
func (r *Request) SetBasicAuth(username, password string) {
	r.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(username+":"+password)))
}

// ParseForm fills in Form and PostForm.
func (r *Request) ParseForm() error {
	var err error
	if r.PostForm == nil {
		r.PostForm = make(url.Values)
		kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
		if (r.Method == "POST" || r.Method == "PUT" || r.Method == "PATCH") && r.Body != nil && kind == "application/x-www-form-urlencoded" {
			var text []byte
			if text, err = io.ReadAll(r.Body); err == nil {
				r.PostForm, err = url.ParseQuery(string(text))
			}
		}
	}
	if r.Form == nil {
		r.Form = make(url.Values)
		for k, v := range r.PostForm {
			r.Form[k] = append(r.Form[k], v...)
		}
		if r.URL != nil {
			q, e := url.ParseQuery(r.URL.RawQuery)
			if err == nil {
				err = e
			}
			for k, v := range q {
				r.Form[k] = append(r.Form[k], v...)
			}
		}
	}
	return err
}

// FormValue gives the first value of a key of form or query.
func (r *Request) FormValue(key string) string {
	r.ParseForm()
	return r.Form.Get(key)
}

// PostFormValue gives the first value of a key of the form.
func (r *Request) PostFormValue(key string) string {
	r.ParseForm()
	return r.PostForm.Get(key)
}

// Write writes the request as it is sent.
func (r *Request) Write(w io.Writer) error {
	host := r.Host
	if host == "" && r.URL != nil {
		host = r.URL.Host
	}
	b := bufio.NewWriter(w)
	method := r.Method
	if method == "" {
		method = "GET"
	}
	agent := "Go-http-client/1.1"
	if v := r.Header.Get("User-Agent"); v != "" {
		agent = v
	}
	fmt.Fprintf(b, "%s %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\n", method, r.URL.RequestURI(), host, agent)
	chunks := r.Body != nil && r.Body != NoBody && r.ContentLength <= 0
	if chunks {
		io.WriteString(b, "Transfer-Encoding: chunked\r\n")
	} else if r.ContentLength > 0 || method == "POST" || method == "PUT" || method == "PATCH" {
		fmt.Fprintf(b, "Content-Length: %d\r\n", max(r.ContentLength, 0))
	}
	r.Header.WriteSubset(b, map[string]bool{"Host": true, "User-Agent": true, "Content-Length": true, "Transfer-Encoding": true})
	if r.Close {
		io.WriteString(b, "Connection: close\r\n")
	}
	io.WriteString(b, "\r\n")
	if r.Body != nil {
		defer r.Body.Close()
		if err := writeBody(b, r.Body, chunks); err != nil {
			return err
		}
	}
	return b.Flush()
}

func writeBody(b *bufio.Writer, body io.Reader, chunks bool) error {
	if !chunks {
		_, err := io.Copy(b, body)
		return err
	}
	c := &chunkWriter{b}
	if _, err := io.Copy(c, body); err != nil {
		return err
	}
	return c.Close()
}

// Cookies gives the cookies that the server sets.
func (r *Response) Cookies() []*Cookie { return readSetCookies(r.Header) }

// Location gives where a redirect leads.
func (r *Response) Location() (*url.URL, error) {
	to := r.Header.Get("Location")
	if to == "" {
		return nil, ErrNoLocation
	}
	if r.Request != nil && r.Request.URL != nil {
		return r.Request.URL.Parse(to)
	}
	return url.Parse(to)
}

// ProtoAtLeast compares versions.
func (r *Response) ProtoAtLeast(major, minor int) bool {
	return r.ProtoMajor > major || r.ProtoMajor == major && r.ProtoMinor >= minor
}

// Write writes the response as it is sent.
func (r *Response) Write(w io.Writer) error {
	text := r.Status
	if text == "" {
		text = itoa(r.StatusCode) + " " + StatusText(r.StatusCode)
	}
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "HTTP/%d.%d %s\r\n", r.ProtoMajor, r.ProtoMinor, text)
	h := r.Header.Clone()
	if h == nil {
		h = make(Header)
	}
	if r.ContentLength >= 0 {
		h.Set("Content-Length", strconv.FormatInt(r.ContentLength, 10))
	} else {
		h.Set("Connection", "close")
	}
	h.Write(b)
	io.WriteString(b, "\r\n")
	if r.Body != nil {
		io.Copy(b, r.Body)
		r.Body.Close()
	}
	return b.Flush()
}

// ---- the wire ----

var errMalformed = errors.New("malformed HTTP message")

func readLine(b *bufio.Reader) (string, error) {
	line, err := b.ReadString('\n')
	if err == io.EOF && line != "" {
		err = io.ErrUnexpectedEOF
	}
	return strings.TrimRight(line, "\r\n"), err
}

func readHeader(b *bufio.Reader) (Header, error) {
	h := make(Header)
	for {
		line, err := readLine(b)
		if err != nil {
			return nil, err
		}
		if line == "" {
			return h, nil
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || key == "" {
			return nil, fmt.Errorf("malformed MIME header line: %s", line)
		}
		h.Add(key, strings.TrimSpace(value))
	}
}

// ParseHTTPVersion reads "HTTP/1.1".
func ParseHTTPVersion(vers string) (major, minor int, ok bool) {
	var rest string
	if n, _ := fmt.Sscanf(vers, "HTTP/%d.%d%s", &major, &minor, &rest); n != 2 {
		return 0, 0, false
	}
	return major, minor, true
}

// ReadRequest reads a request.
func ReadRequest(b *bufio.Reader) (*Request, error) {
	line, err := readLine(b)
	if err != nil {
		return nil, err
	}
	parts := strings.Split(line, " ")
	if len(parts) != 3 {
		return nil, fmt.Errorf("malformed HTTP request %q", line)
	}
	r := &Request{Method: parts[0], RequestURI: parts[1], Proto: parts[2]}
	var ok bool
	if r.ProtoMajor, r.ProtoMinor, ok = ParseHTTPVersion(r.Proto); !ok {
		return nil, fmt.Errorf("malformed HTTP version %q", r.Proto)
	}
	if r.URL, err = url.ParseRequestURI(r.RequestURI); err != nil {
		return nil, err
	}
	if r.Header, err = readHeader(b); err != nil {
		return nil, err
	}
	if r.Host = r.URL.Host; r.Host == "" {
		r.Host = r.Header.Get("Host")
	}
	r.Header.Del("Host")
	r.Close = wantsClose(r.ProtoMinor, r.Header)
	r.Body, r.ContentLength, r.TransferEncoding = bodyOf(b, r.Header, 0)
	return r, nil
}

func wantsClose(minor int, h Header) bool {
	c := strings.ToLower(h.Get("Connection"))
	return c == "close" || minor == 0 && c != "keep-alive"
}

// ReadResponse reads the response to a request.
func ReadResponse(b *bufio.Reader, req *Request) (*Response, error) {
	line, err := readLine(b)
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return nil, err
	}
	proto, status, ok := strings.Cut(line, " ")
	r := &Response{Proto: proto, Status: strings.TrimLeft(status, " "), Request: req}
	r.StatusCode = atoi(strings.SplitN(r.Status, " ", 2)[0])
	if !ok || r.StatusCode < 100 {
		return nil, fmt.Errorf("malformed HTTP response %q", line)
	}
	if r.ProtoMajor, r.ProtoMinor, ok = ParseHTTPVersion(proto); !ok {
		return nil, fmt.Errorf("malformed HTTP version %q", proto)
	}
	if r.Header, err = readHeader(b); err != nil {
		return nil, err
	}
	r.Close = wantsClose(r.ProtoMinor, r.Header)
	if req != nil && req.Method == "HEAD" || r.StatusCode == 204 || r.StatusCode == 304 || r.StatusCode < 200 {
		r.Body = NoBody
		if s := r.Header.Get("Content-Length"); s != "" {
			r.ContentLength = int64(atoi(s))
		}
		return r, nil
	}
	r.Body, r.ContentLength, r.TransferEncoding = bodyOf(b, r.Header, -1)
	return r, nil
}

// bodyOf gives a message's body; without length it has none (0), or goes to the end (-1).
func bodyOf(b *bufio.Reader, h Header, without int64) (io.ReadCloser, int64, []string) {
	if strings.EqualFold(h.Get("Transfer-Encoding"), "chunked") {
		h.Del("Transfer-Encoding")
		h.Del("Content-Length")
		return &body{r: &chunkReader{b: b}}, -1, []string{"chunked"}
	}
	length := without
	if s := h.Get("Content-Length"); s != "" {
		length, _ = strconv.ParseInt(s, 10, 64)
	}
	switch {
	case length == 0:
		return NoBody, 0, nil
	case length > 0:
		return &body{r: &exactly{b, length}}, length, nil
	}
	return &body{r: b}, -1, nil
}

// body is a message's body on its connection.
type body struct {
	r      io.Reader
	ended  bool
	closed bool
	atEnd  func() // called once, when all has been read
}

func (b *body) Read(p []byte) (int, error) {
	if b.closed {
		return 0, ErrBodyReadAfterClose
	}
	if b.ended {
		return 0, io.EOF
	}
	n, err := b.r.Read(p)
	if err == io.EOF {
		b.ended = true
		if b.atEnd != nil {
			b.atEnd()
		}
	}
	return n, err
}

func (b *body) Close() error {
	b.closed = true
	return nil
}

// exactly reads a number of bytes, and is not content with fewer.
type exactly struct {
	r    io.Reader
	left int64
}

func (e *exactly) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	if int64(len(p)) > e.left {
		p = p[:e.left]
	}
	n, err := e.r.Read(p)
	e.left -= int64(n)
	if err == io.EOF && e.left > 0 {
		err = io.ErrUnexpectedEOF
	} else if err == nil && e.left == 0 {
		err = io.EOF
	}
	return n, err
}

type chunkWriter struct{ b *bufio.Writer }

func (c *chunkWriter) Write(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	fmt.Fprintf(c.b, "%x\r\n", len(p))
	n, err := c.b.Write(p)
	io.WriteString(c.b, "\r\n")
	return n, err
}

func (c *chunkWriter) Close() error {
	_, err := io.WriteString(c.b, "0\r\n\r\n")
	return err
}

type chunkReader struct {
	b    *bufio.Reader
	left int64
	done bool
}

func (c *chunkReader) Read(p []byte) (int, error) {
	if c.done {
		return 0, io.EOF
	}
	if c.left == 0 {
		line, err := readLine(c.b)
		if err != nil {
			return 0, noEOF(err)
		}
		size, _, _ := strings.Cut(line, ";")
		if c.left, err = strconv.ParseInt(strings.TrimSpace(size), 16, 64); err != nil {
			return 0, errors.New("malformed chunked encoding")
		}
		if c.left == 0 {
			c.done = true
			if _, err := readHeader(c.b); err != nil {
				return 0, noEOF(err)
			}
			return 0, io.EOF
		}
	}
	if int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.b.Read(p)
	if c.left -= int64(n); c.left == 0 && err == nil {
		_, err = readLine(c.b)
	}
	return n, noEOF(err)
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// maxBytes reads at most so many bytes.
type maxBytes struct {
	io.ReadCloser
	left, limit int64
}

// MaxBytesError says that a body was too large.
type MaxBytesError struct{ Limit int64 }

func (e *MaxBytesError) Error() string { return "http: request body too large" }

// MaxBytesReader limits a body.
func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser {
	return &maxBytes{r, n, n}
}

func (m *maxBytes) Read(p []byte) (int, error) {
	if int64(len(p)) > m.left+1 {
		p = p[:m.left+1]
	}
	n, err := m.ReadCloser.Read(p)
	if int64(n) > m.left {
		n = int(m.left)
		err = &MaxBytesError{m.limit}
	}
	m.left -= int64(n)
	return n, err
}

// DetectContentType guesses a type from the first bytes.
func DetectContentType(data []byte) string {
	if len(data) > 512 {
		data = data[:512]
	}
	text := bytes.TrimLeft(data, "\t\n\x0c\r ")
	upper := bytes.ToUpper(text)
	for _, tag := range []string{"<!DOCTYPE HTML", "<HTML", "<HEAD", "<SCRIPT", "<IFRAME", "<H1", "<DIV", "<FONT", "<TABLE", "<A",
		"<STYLE", "<TITLE", "<B", "<BODY", "<BR", "<P", "<!--"} {
		if bytes.HasPrefix(upper, []byte(tag)) && len(upper) > len(tag) && (upper[len(tag)] == ' ' || upper[len(tag)] == '>') {
			return "text/html; charset=utf-8"
		}
	}
	for _, sig := range [][2]string{{"<?xml", "text/xml; charset=utf-8"}, {"%PDF-", "application/pdf"}, {"GIF87a", "image/gif"},
		{"GIF89a", "image/gif"}, {"\x89PNG\x0D\x0A\x1A\x0A", "image/png"}, {"\xFF\xD8\xFF", "image/jpeg"},
		{"PK\x03\x04", "application/zip"}, {"\x1F\x8B\x08", "application/x-gzip"}} {
		if bytes.HasPrefix(data, []byte(sig[0])) || sig[0][0] == '<' && bytes.HasPrefix(text, []byte(sig[0])) {
			return sig[1]
		}
	}
	for _, c := range data {
		if c <= 8 || c == 0xb || 0xe <= c && c <= 0x1a || 0x1c <= c && c <= 0x1f {
			return "application/octet-stream"
		}
	}
	return "text/plain; charset=utf-8"
}
