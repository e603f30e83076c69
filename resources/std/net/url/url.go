// SPDX-License-Identifier: MIT

package url

import (
	"errors"
	"path"
	"strings"
)

// URL is [scheme:][//[userinfo@]host][/]path[?query][#fragment], or scheme:opaque[?query][#fragment].
type URL struct {
	Scheme      string
	Opaque      string
	User        *Userinfo
	Host        string
	Path        string
	RawPath     string
	OmitHost    bool
	ForceQuery  bool
	RawQuery    string
	Fragment    string
	RawFragment string
}

// Userinfo is a name, perhaps with a password.
type Userinfo struct {
	username    string
	password    string
	passwordSet bool
}

// User makes one without password.
func User(username string) *Userinfo { return &Userinfo{username, "", false} }

// UserPassword makes one.
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

// Username gives the name.
func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.username
}

// Password gives the password, and whether there is one.
func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.passwordSet
}

func (u *Userinfo) String() string {
	if u == nil {
		return ""
	}
	s := escape(u.username, inUser)
	if u.passwordSet {
		s += ":" + escape(u.password, inUser)
	}
	return s
}

// ---- parsing ----

// scheme cuts off the scheme (RFC 3986, section 3.1).
func scheme(s string) (head, rest string, err error) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		case '0' <= c && c <= '9' || c == '+' || c == '-' || c == '.':
			if i == 0 {
				return "", s, nil
			}
		case c == ':':
			if i == 0 {
				return "", "", errors.New("missing protocol scheme")
			}
			return s[:i], s[i+1:], nil
		default:
			return "", s, nil
		}
	}
	return "", s, nil
}

// Parse parses a URL.
func Parse(raw string) (*URL, error) {
	s, fragment, _ := strings.Cut(raw, "#")
	u, err := parse(s, false)
	if err != nil {
		return nil, &Error{"parse", s, err}
	}
	if fragment == "" {
		return u, nil
	}
	if err := u.setFragment(fragment); err != nil {
		return nil, &Error{"parse", raw, err}
	}
	return u, nil
}

// ParseRequestURI parses what a request of HTTP names: without fragment, absolute.
func ParseRequestURI(raw string) (*URL, error) {
	u, err := parse(raw, true)
	if err != nil {
		return nil, &Error{"parse", raw, err}
	}
	return u, nil
}

func hasControl(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] == 0x7f {
			return true
		}
	}
	return false
}

func parse(raw string, request bool) (*URL, error) {
	if hasControl(raw) {
		return nil, errors.New("net/url: invalid control character in URL")
	}
	if raw == "" && request {
		return nil, errors.New("empty url")
	}
	u := new(URL)
	if raw == "*" {
		u.Path = "*"
		return u, nil
	}
	head, rest, err := scheme(raw)
	if err != nil {
		return nil, err
	}
	u.Scheme = strings.ToLower(head)
	if strings.HasSuffix(rest, "?") && strings.Count(rest, "?") == 1 {
		u.ForceQuery = true
		rest = rest[:len(rest)-1]
	} else {
		rest, u.RawQuery, _ = strings.Cut(rest, "?")
	}
	if !strings.HasPrefix(rest, "/") {
		if u.Scheme != "" {
			u.Opaque = rest
			return u, nil
		}
		if request {
			return nil, errors.New("invalid URI for request")
		}
		if segment, _, _ := strings.Cut(rest, "/"); strings.Contains(segment, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	if (u.Scheme != "" || !request && !strings.HasPrefix(rest, "///")) && strings.HasPrefix(rest, "//") {
		authority := rest[2:]
		rest = ""
		if i := strings.Index(authority, "/"); i >= 0 {
			authority, rest = authority[:i], authority[i:]
		}
		if u.User, u.Host, err = parseAuthority(authority); err != nil {
			return nil, err
		}
	} else if u.Scheme != "" && strings.HasPrefix(rest, "/") {
		u.OmitHost = true
	}
	return u, u.setPath(rest)
}

func parseAuthority(s string) (user *Userinfo, host string, err error) {
	at := strings.LastIndex(s, "@")
	if host, err = parseHost(s[at+1:]); err != nil || at < 0 {
		return nil, host, err
	}
	info := s[:at]
	for _, c := range info {
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.ContainsRune("-._:~!$&'()*+,;=%@", c)) {
			return nil, "", errors.New("net/url: invalid userinfo")
		}
	}
	name, password, set := strings.Cut(info, ":")
	if name, err = unescape(name, inUser); err != nil {
		return nil, "", err
	}
	if password, err = unescape(password, inUser); err != nil {
		return nil, "", err
	}
	return &Userinfo{name, password, set}, host, nil
}

// portOK accepts "" and ":1234".
func portOK(s string) bool {
	return s == "" || s[0] == ':' && strings.Trim(s[1:], "0123456789") == ""
}

func parseHost(s string) (string, error) {
	if strings.HasPrefix(s, "[") {
		i := strings.LastIndex(s, "]")
		if i < 0 {
			return "", errors.New("missing ']' in host")
		}
		if !portOK(s[i+1:]) {
			return "", errors.New("invalid port " + quoted(s[i+1:]) + " after host")
		}
		if zone := strings.Index(s[:i], "%25"); zone >= 0 {
			head, err := unescape(s[:zone], inHost)
			if err != nil {
				return "", err
			}
			name, err := unescape(s[zone:i], inZone)
			if err != nil {
				return "", err
			}
			tail, err := unescape(s[i:], inHost)
			return head + name + tail, err
		}
	} else if i := strings.LastIndex(s, ":"); i >= 0 && !portOK(s[i:]) {
		return "", errors.New("invalid port " + quoted(s[i:]) + " after host")
	}
	return unescape(s, inHost)
}

func quoted(s string) string { return "\"" + s + "\"" }

func (u *URL) setPath(p string) error {
	decoded, err := unescape(p, inPath)
	if err != nil {
		return err
	}
	u.Path, u.RawPath = decoded, ""
	if escape(decoded, inPath) != p {
		u.RawPath = p
	}
	return nil
}

func (u *URL) setFragment(f string) error {
	decoded, err := unescape(f, inFragment)
	if err != nil {
		return err
	}
	u.Fragment, u.RawFragment = decoded, ""
	if escape(decoded, inFragment) != f {
		u.RawFragment = f
	}
	return nil
}

// validEncoded tells whether s is a right way to write something.
func validEncoded(s string, p place) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; strings.IndexByte("!$&'()*+,;=:@[]%", c) < 0 && escaped(c, p) {
			return false
		}
	}
	return true
}

// EscapedPath gives the path as it is written.
func (u *URL) EscapedPath() string {
	if u.RawPath != "" && validEncoded(u.RawPath, inPath) {
		if p, err := unescape(u.RawPath, inPath); err == nil && p == u.Path {
			return u.RawPath
		}
	}
	if u.Path == "*" {
		return "*"
	}
	return escape(u.Path, inPath)
}

// EscapedFragment gives the fragment as it is written.
func (u *URL) EscapedFragment() string {
	if u.RawFragment != "" && validEncoded(u.RawFragment, inFragment) {
		if f, err := unescape(u.RawFragment, inFragment); err == nil && f == u.Fragment {
			return u.RawFragment
		}
	}
	return escape(u.Fragment, inFragment)
}

// ---- writing ----

func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		u.writePlace(&b)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteString("?" + u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteString("#" + u.EscapedFragment())
	}
	return b.String()
}

func (u *URL) writePlace(b *strings.Builder) {
	if u.Scheme != "" || u.Host != "" || u.User != nil {
		if !(u.OmitHost && u.Host == "" && u.User == nil) {
			if u.Host != "" || u.Path != "" || u.User != nil {
				b.WriteString("//")
			}
			if u.User != nil {
				b.WriteString(u.User.String() + "@")
			}
			b.WriteString(escape(u.Host, inHost))
		}
	}
	p := u.EscapedPath()
	if p != "" && p[0] != '/' && u.Host != "" {
		b.WriteByte('/')
	}
	if b.Len() == 0 {
		if segment, _, _ := strings.Cut(p, "/"); strings.Contains(segment, ":") {
			b.WriteString("./")
		}
	}
	b.WriteString(p)
}

// Redacted is String with the password hidden.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	shown := *u
	if _, set := u.User.Password(); set {
		shown.User = UserPassword(u.User.Username(), "xxxxx")
	}
	return shown.String()
}

// IsAbs tells whether there is a scheme.
func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query parses the query; what is wrong in it is dropped.
func (u *URL) Query() Values {
	v, _ := ParseQuery(u.RawQuery)
	return v
}

// RequestURI gives what a request of HTTP names.
func (u *URL) RequestURI() string {
	s := u.Opaque
	if s == "" {
		if s = u.EscapedPath(); s == "" {
			s = "/"
		}
	} else if strings.HasPrefix(s, "//") {
		s = u.Scheme + ":" + s
	}
	if u.ForceQuery || u.RawQuery != "" {
		s += "?" + u.RawQuery
	}
	return s
}

// Hostname gives the host without port and brackets.
func (u *URL) Hostname() string {
	host, _ := splitPort(u.Host)
	return host
}

// Port gives the port, or "".
func (u *URL) Port() string {
	_, port := splitPort(u.Host)
	return port
}

func splitPort(s string) (host, port string) {
	host = s
	if i := strings.LastIndexByte(host, ':'); i >= 0 && portOK(host[i:]) {
		host, port = host[:i], host[i+1:]
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return
}

// MarshalBinary writes the URL.
func (u *URL) MarshalBinary() ([]byte, error) { return u.AppendBinary(nil) }

// AppendBinary appends the URL.
func (u *URL) AppendBinary(b []byte) ([]byte, error) { return append(b, u.String()...), nil }

// UnmarshalBinary reads a URL.
func (u *URL) UnmarshalBinary(text []byte) error {
	read, err := Parse(string(text))
	if err == nil {
		*u = *read
	}
	return err
}

// ---- references ----

// Parse parses a reference relative to u.
func (u *URL) Parse(ref string) (*URL, error) {
	r, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(r), nil
}

// ResolveReference gives what ref means, seen from u (RFC 3986, section 5.2).
func (u *URL) ResolveReference(ref *URL) *URL {
	to := *ref
	if ref.Scheme == "" {
		to.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		to.setPath(resolved(ref.EscapedPath(), ""))
		return &to
	}
	if ref.Opaque != "" {
		to.User, to.Host, to.Path = nil, "", ""
		return &to
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		to.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			to.Fragment, to.RawFragment = u.Fragment, u.RawFragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		to.Opaque = u.Opaque
		to.User, to.Host, to.Path = nil, "", ""
		return &to
	}
	to.Host, to.User = u.Host, u.User
	to.setPath(resolved(u.EscapedPath(), ref.EscapedPath()))
	return &to
}

// resolved gives the path ref seen from base, without dots.
func resolved(base, ref string) string {
	full := ref
	if ref == "" {
		full = base
	} else if ref[0] != '/' {
		full = base[:strings.LastIndex(base, "/")+1] + ref
	}
	if full == "" {
		return ""
	}
	var out []string
	list := strings.Split(full, "/")
	for i, e := range list {
		last := i == len(list)-1
		switch e {
		case ".", "..":
			if e == ".." && len(out) > 0 {
				out = out[:len(out)-1]
			}
			if last {
				out = append(out, "")
			}
		default:
			out = append(out, e)
		}
	}
	return "/" + strings.TrimPrefix(strings.Join(out, "/"), "/") // the first element is what stands before the first slash
}

// JoinPath adds elements to the path, and cleans it.
func (u *URL) JoinPath(elem ...string) *URL {
	all := append([]string{u.EscapedPath()}, elem...)
	var p string
	if !strings.HasPrefix(all[0], "/") {
		all[0] = "/" + all[0]
		p = path.Join(all...)[1:]
	} else {
		p = path.Join(all...)
	}
	if strings.HasSuffix(all[len(all)-1], "/") && !strings.HasSuffix(p, "/") {
		p += "/"
	}
	to := *u
	to.setPath(p)
	return &to
}

// JoinPath adds elements to the path of a URL.
func JoinPath(base string, elem ...string) (string, error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	return u.JoinPath(elem...).String(), nil
}
