// SPDX-License-Identifier: MIT

package slog

import (
	"bytes"
	"context"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// Keys of what every record has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// HandlerOptions say how a TextHandler or a JSONHandler writes.
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}

// part is what With and WithGroup have added: attributes, or the name of a group that holds all that follows.
type part struct {
	group string
	attrs []Attr
}

// common is what the handlers share.
type common struct {
	opts  HandlerOptions
	json  bool
	mu    *sync.Mutex // guards w
	w     io.Writer
	parts []part
}

func newCommon(w io.Writer, opts *HandlerOptions, json bool) *common {
	c := &common{mu: new(sync.Mutex), w: w, json: json}
	if opts != nil {
		c.opts = *opts
	}
	return c
}

func (c *common) enabled(l Level) bool {
	least := LevelInfo
	if c.opts.Level != nil {
		least = c.opts.Level.Level()
	}
	return l >= least
}

func (c *common) with(p part) *common {
	copied := *c
	copied.parts = append(c.parts[:len(c.parts):len(c.parts)], p)
	return &copied
}

// nest puts attributes into the groups that have been opened before them; a group that stays empty is left out.
func nest(parts []part, attrs []Attr) []Attr {
	var list []Attr
	for i, p := range parts {
		if p.group != "" {
			if inner := nest(parts[i+1:], attrs); len(inner) > 0 {
				list = append(list, Attr{p.group, Value{kind: KindGroup, any: inner}})
			}
			return list
		}
		list = append(list, p.attrs...)
	}
	return append(list, attrs...)
}

func (c *common) handle(r Record) error {
	e := encoder{c: c}
	if c.json {
		e.buf = append(e.buf, '{')
	}
	if !r.Time.IsZero() {
		e.builtin(Time(TimeKey, r.Time))
	}
	e.builtin(Any(LevelKey, r.Level))
	if c.opts.AddSource {
		source := r.Source()
		if source == nil {
			source = &Source{}
		}
		e.builtin(Any(SourceKey, source))
	}
	e.builtin(String(MessageKey, r.Message))
	for _, a := range nest(c.parts, r.attrs) {
		e.attr(a)
	}
	if c.json {
		e.buf = append(e.buf, '}')
	}
	e.buf = append(e.buf, '\n')
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := c.w.Write(e.buf)
	return err
}

// encoder writes one record.
type encoder struct {
	c      *common
	buf    []byte
	groups []string
	open   bool // something stands before in this group: a separator is due
}

// builtin writes what every record has; there ReplaceAttr sees no groups.
func (e *encoder) builtin(a Attr) { e.attr(a) }

// attr writes an attribute; false if there was nothing to write.
func (e *encoder) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := e.c.opts.ReplaceAttr; replace != nil && a.Value.kind != KindGroup {
		a = replace(e.groups, a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if source, ok := a.Value.any.(*Source); ok && a.Value.kind == KindAny && source != nil {
		if *source == (Source{}) {
			return false
		}
		if e.c.json {
			a.Value = source.group()
		} else {
			a.Value = StringValue(fmt.Sprintf("%s:%d", source.File, source.Line))
		}
	}
	if a.Value.kind == KindGroup {
		return e.group(a)
	}
	e.key(a.Key)
	e.value(a.Value)
	return true
}

func (e *encoder) group(a Attr) bool {
	attrs := a.Value.Group()
	if a.Key == "" { // its attributes stand in its place
		any := false
		for _, inner := range attrs {
			any = e.attr(inner) || any
		}
		return any
	}
	if len(attrs) == 0 {
		return false
	}
	start, wasOpen := len(e.buf), e.open
	if e.c.json {
		e.key(a.Key)
		e.buf = append(e.buf, '{')
		e.open = false
	}
	e.groups = append(e.groups, a.Key)
	any := false
	for _, inner := range attrs {
		any = e.attr(inner) || any
	}
	e.groups = e.groups[:len(e.groups)-1]
	if !any { // as if it had not been there
		e.buf = e.buf[:start]
		e.open = wasOpen
		return false
	}
	if e.c.json {
		e.buf = append(e.buf, '}')
	}
	e.open = true
	return true
}

func (e *encoder) key(key string) {
	if e.open {
		if e.c.json {
			e.buf = append(e.buf, ',')
		} else {
			e.buf = append(e.buf, ' ')
		}
	}
	e.open = true
	if e.c.json {
		e.quoted(key)
		e.buf = append(e.buf, ':')
		return
	}
	if len(e.groups) > 0 {
		key = strings.Join(e.groups, ".") + "." + key
	}
	e.text(key)
	e.buf = append(e.buf, '=')
}

// quoted writes a string as JSON does.
func (e *encoder) quoted(s string) {
	const digits = "0123456789abcdef"
	e.buf = append(e.buf, '"')
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c >= 0x20 && c != '\\' && c != '"' {
				i++
				continue
			}
			e.buf = append(e.buf, s[start:i]...)
			switch c {
			case '\\', '"':
				e.buf = append(e.buf, '\\', c)
			case '\n':
				e.buf = append(e.buf, '\\', 'n')
			case '\r':
				e.buf = append(e.buf, '\\', 'r')
			case '\t':
				e.buf = append(e.buf, '\\', 't')
			default:
				e.buf = append(e.buf, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
			}
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			e.buf = append(append(e.buf, s[start:i]...), `\ufffd`...)
			start = i + 1
		} else if r == '\u2028' || r == '\u2029' {
			e.buf = append(append(e.buf, s[start:i]...), `\u202`...)
			e.buf = append(e.buf, digits[r&15])
			start = i + size
		}
		i += size
	}
	e.buf = append(append(e.buf, s[start:]...), '"')
}

// text writes a string, in quotes where it needs them to stay one word.
func (e *encoder) text(s string) {
	if needsQuotes(s) {
		e.buf = strconv.AppendQuote(e.buf, s)
	} else {
		e.buf = append(e.buf, s...)
	}
}

func needsQuotes(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c != '\\' && (c == ' ' || c == '=' || c == '"' || c < 0x20 || c == 0x7f) {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r) {
			return true
		}
		i += size
	}
	return s == ""
}

func (e *encoder) str(s string) {
	if e.c.json {
		e.quoted(s)
	} else {
		e.text(s)
	}
}

func (e *encoder) value(v Value) {
	defer func() {
		if r := recover(); r != nil {
			// A nil pointer in a value: what would be printed of one.
			if fmt.Sprintf("%+v", v.any) == "<nil>" {
				e.str("<nil>")
			} else {
				e.str(fmt.Sprintf("!PANIC: %v", r))
			}
		}
	}()
	switch v.kind {
	case KindString:
		e.str(v.any.(string))
	case KindTime:
		e.time(v.any.(time.Time))
	case KindAny:
		if e.c.json {
			e.anyJSON(v.any)
		} else {
			e.anyText(v.any)
		}
	case KindDuration:
		if e.c.json {
			e.buf = strconv.AppendInt(e.buf, int64(v.num), 10)
		} else {
			e.text(v.String())
		}
	case KindFloat64:
		if e.c.json {
			e.marshal(v.Float64())
		} else {
			e.text(v.String())
		}
	default:
		e.buf = append(e.buf, v.String()...)
	}
}

func (e *encoder) time(t time.Time) {
	if e.c.json {
		e.buf = append(e.buf, '"')
		e.buf = t.AppendFormat(e.buf, time.RFC3339Nano)
		e.buf = append(e.buf, '"')
		return
	}
	e.buf = t.AppendFormat(e.buf, "2006-01-02T15:04:05.000Z07:00")
}

func (e *encoder) failure(err error) { e.str(fmt.Sprintf("!ERROR:%v", err)) }

func (e *encoder) anyText(v any) {
	switch v := v.(type) {
	case encoding.TextMarshaler:
		data, err := v.MarshalText()
		if err != nil {
			e.failure(err)
			return
		}
		e.text(string(data))
	case []byte:
		e.text(string(v))
	default:
		e.text(fmt.Sprintf("%+v", v))
	}
}

func (e *encoder) anyJSON(v any) {
	if _, ok := v.(json.Marshaler); !ok {
		if err, ok := v.(error); ok {
			e.str(err.Error())
			return
		}
	}
	e.marshal(v)
}

func (e *encoder) marshal(v any) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		e.failure(err)
		return
	}
	e.buf = append(e.buf, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// TextHandler writes key=value pairs, a record a line.
type TextHandler struct {
	c *common
}

// NewTextHandler makes one; opts may be nil.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCommon(w, opts, false)}
}

// Enabled tells whether records of the level are written.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.c.enabled(level) }

// WithAttrs gives a handler that adds attributes.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler {
	return &TextHandler{h.c.with(part{attrs: attrs})}
}

// WithGroup gives a handler that puts what follows into a group.
func (h *TextHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &TextHandler{h.c.with(part{group: name})}
}

// Handle writes a record.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.c.handle(r) }

// JSONHandler writes JSON objects, a record a line.
type JSONHandler struct {
	c *common
}

// NewJSONHandler makes one; opts may be nil.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCommon(w, opts, true)}
}

// Enabled tells whether records of the level are written.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.c.enabled(level) }

// WithAttrs gives a handler that adds attributes.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler {
	return &JSONHandler{h.c.with(part{attrs: attrs})}
}

// WithGroup gives a handler that puts what follows into a group.
func (h *JSONHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &JSONHandler{h.c.with(part{group: name})}
}

// Handle writes a record.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.c.handle(r) }

// defaultHandler writes by package log.
type defaultHandler struct {
	parts []part
}

func (h *defaultHandler) Enabled(_ context.Context, l Level) bool { return l >= logLoggerLevel.Level() }

func (h *defaultHandler) WithAttrs(attrs []Attr) Handler {
	return &defaultHandler{append(h.parts[:len(h.parts):len(h.parts)], part{attrs: attrs})}
}

func (h *defaultHandler) WithGroup(name string) Handler {
	if name == "" {
		return h
	}
	return &defaultHandler{append(h.parts[:len(h.parts):len(h.parts)], part{group: name})}
}

func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	e := encoder{c: &common{}, open: true}
	e.buf = append(e.buf, r.Level.String()+" "+r.Message...)
	for _, a := range nest(h.parts, r.attrs) {
		e.attr(a)
	}
	return log.Output(4, string(e.buf))
}

// DiscardHandler writes nothing.
var DiscardHandler Handler = discard{}

type discard struct{}

func (discard) Enabled(context.Context, Level) bool  { return false }
func (discard) Handle(context.Context, Record) error { return nil }
func (d discard) WithAttrs([]Attr) Handler           { return d }
func (d discard) WithGroup(string) Handler           { return d }
