// SPDX-License-Identifier: MIT

// Package http has clients and servers of HTTP/1.1, on the loopback that package net is.
package http

import (
	"io"
	"net/url"
	"slices"
	"sort"
	"strings"
	"time"
)

// Header has the lines of a header; keys are in canonical form.
type Header map[string][]string

// CanonicalHeaderKey gives a key's canonical form: Accept-Encoding.
func CanonicalHeaderKey(s string) string {
	b := []byte(s)
	upper := true
	for i, c := range b {
		if !isToken(c) {
			return s
		}
		if upper && 'a' <= c && c <= 'z' {
			b[i] = c - 32
		} else if !upper && 'A' <= c && c <= 'Z' {
			b[i] = c + 32
		}
		upper = c == '-'
	}
	return string(b)
}

func isToken(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || strings.IndexByte("!#$%&'*+-.^_`|~", c) >= 0
}

// Add adds a value.
func (h Header) Add(key, value string) {
	key = CanonicalHeaderKey(key)
	h[key] = append(h[key], value)
}

// Set sets the only value.
func (h Header) Set(key, value string) { h[CanonicalHeaderKey(key)] = []string{value} }

// Get gives the first value, or "".
func (h Header) Get(key string) string {
	if v := h[CanonicalHeaderKey(key)]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Values gives all values.
func (h Header) Values(key string) []string { return h[CanonicalHeaderKey(key)] }

// Del removes a key.
func (h Header) Del(key string) { delete(h, CanonicalHeaderKey(key)) }

// Clone gives a copy.
func (h Header) Clone() Header {
	if h == nil {
		return nil
	}
	out := make(Header, len(h))
	for k, v := range h {
		out[k] = slices.Clone(v)
	}
	return out
}

var oneLine = strings.NewReplacer("\r", " ", "\n", " ")

// Write writes the lines, sorted.
func (h Header) Write(w io.Writer) error { return h.WriteSubset(w, nil) }

// WriteSubset writes the lines but those in exclude.
func (h Header) WriteSubset(w io.Writer, exclude map[string]bool) error {
	var keys []string
	for k := range h {
		if !exclude[k] {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	for _, k := range keys {
		for _, v := range h[k] {
			if _, err := io.WriteString(w, k+": "+strings.TrimSpace(oneLine.Replace(v))+"\r\n"); err != nil {
				return err
			}
		}
	}
	return nil
}

// TimeFormat is how headers write times.
const TimeFormat = "Mon, 02 Jan 2006 15:04:05 GMT"

// ParseTime reads a time of a header.
func ParseTime(text string) (t time.Time, err error) {
	for _, layout := range []string{TimeFormat, time.RFC850, time.ANSIC} {
		if t, err = time.Parse(layout, text); err == nil {
			break
		}
	}
	return
}

// ---- cookies ----

// SameSite says when a cookie is sent.
type SameSite int

// When a cookie is sent.
const (
	SameSiteDefaultMode SameSite = iota + 1
	SameSiteLaxMode
	SameSiteStrictMode
	SameSiteNoneMode
)

// Cookie is a cookie.
type Cookie struct {
	Name        string
	Value       string
	Quoted      bool
	Path        string
	Domain      string
	Expires     time.Time
	RawExpires  string
	MaxAge      int
	Secure      bool
	HttpOnly    bool
	SameSite    SameSite
	Partitioned bool
	Raw         string
	Unparsed    []string
}

func (c *Cookie) String() string {
	if c == nil || c.Name == "" {
		return ""
	}
	s := c.Name + "=" + c.Value
	if c.Quoted || strings.ContainsAny(c.Value, " ,") {
		s = c.Name + "=\"" + c.Value + "\""
	}
	if c.Path != "" {
		s += "; Path=" + c.Path
	}
	if c.Domain != "" {
		s += "; Domain=" + strings.TrimPrefix(c.Domain, ".")
	}
	if c.Expires.Year() >= 1601 {
		s += "; Expires=" + c.Expires.UTC().Format(TimeFormat)
	}
	if c.MaxAge > 0 {
		s += "; Max-Age=" + itoa(c.MaxAge)
	} else if c.MaxAge < 0 {
		s += "; Max-Age=0"
	}
	if c.HttpOnly {
		s += "; HttpOnly"
	}
	if c.Secure {
		s += "; Secure"
	}
	switch c.SameSite {
	case SameSiteNoneMode:
		s += "; SameSite=None"
	case SameSiteLaxMode:
		s += "; SameSite=Lax"
	case SameSiteStrictMode:
		s += "; SameSite=Strict"
	}
	return s
}

// SetCookie adds a Set-Cookie line.
func SetCookie(w ResponseWriter, cookie *Cookie) {
	if s := cookie.String(); s != "" {
		w.Header().Add("Set-Cookie", s)
	}
}

func unquoted(s string) string {
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return s[1 : len(s)-1]
	}
	return s
}

func readCookies(h Header) []*Cookie {
	out := []*Cookie{}
	for _, line := range h["Cookie"] {
		for part := range strings.SplitSeq(line, ";") {
			name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
			if name != "" {
				out = append(out, &Cookie{Name: name, Value: unquoted(value), Quoted: unquoted(value) != value})
			}
		}
	}
	return out
}

func readSetCookies(h Header) []*Cookie {
	out := []*Cookie{}
	for _, line := range h["Set-Cookie"] {
		parts := strings.Split(line, ";")
		name, value, ok := strings.Cut(strings.TrimSpace(parts[0]), "=")
		if !ok || name == "" {
			continue
		}
		c := &Cookie{Name: name, Value: unquoted(value), Raw: line}
		for _, p := range parts[1:] {
			c.attribute(strings.TrimSpace(p))
		}
		out = append(out, c)
	}
	return out
}

func (c *Cookie) attribute(text string) {
	key, value, _ := strings.Cut(text, "=")
	switch strings.ToLower(key) {
	case "path":
		c.Path = value
	case "domain":
		c.Domain = value
	case "secure":
		c.Secure = true
	case "httponly":
		c.HttpOnly = true
	case "max-age":
		if c.MaxAge = atoi(value); c.MaxAge <= 0 {
			c.MaxAge = -1
		}
	case "expires":
		c.RawExpires = value
		c.Expires, _ = ParseTime(value)
	case "samesite":
		c.SameSite = map[string]SameSite{"lax": SameSiteLaxMode, "strict": SameSiteStrictMode, "none": SameSiteNoneMode}[strings.ToLower(value)]
	default:
		c.Unparsed = append(c.Unparsed, text)
	}
}

// CookieJar keeps the cookies of a Client.
type CookieJar interface {
	SetCookies(u *url.URL, cookies []*Cookie)
	Cookies(u *url.URL) []*Cookie
}
