// SPDX-License-Identifier: MIT

// Package json writes values as JSON (RFC 8259) and reads them back.
package json

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Marshaler gives itself as JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// UnsupportedTypeError says that a type has no JSON.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// UnsupportedValueError says that a value has no JSON.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// MarshalerError says that a MarshalJSON failed.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

func (e *MarshalerError) Error() string {
	f := e.sourceFunc
	if f == "" {
		f = "MarshalJSON"
	}
	return "json: error calling " + f + " for type " + e.Type.String() + ": " + e.Err.Error()
}

func (e *MarshalerError) Unwrap() error { return e.Err }

// Number is a number as it is written.
type Number string

// String gives the number.
func (n Number) String() string { return string(n) }

// Float64 gives the number as a float64.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 gives the number as an int64.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// RawMessage is JSON as it is written.
type RawMessage []byte

// MarshalJSON gives the message.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON sets the message.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	*m = append((*m)[0:0], data...)
	return nil
}

type encoder struct {
	buf        []byte
	escapeHTML bool
	depth      int
	seen       map[uintptr]bool
}

// failure carries an error up to Marshal.
type failure struct {
	err error
}

var (
	numberType          = reflect.TypeFor[Number]()
	marshalerType       = reflect.TypeFor[Marshaler]()
	textMarshalerType   = reflect.TypeFor[encoding.TextMarshaler]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// Marshal gives v as JSON.
func Marshal(v any) ([]byte, error) { return marshal(v, true) }

func marshal(v any, escapeHTML bool) (b []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(failure)
			if !ok {
				panic(r)
			}
			b, err = nil, f.err
		}
	}()
	e := &encoder{escapeHTML: escapeHTML}
	e.value(reflect.ValueOf(v), false)
	return e.buf, nil
}

// MarshalIndent gives v as JSON on several lines.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return appendIndent(nil, b, prefix, indent)
}

func (e *encoder) str(s string) { e.buf = append(e.buf, s...) }

func (e *encoder) fail(err error) { panic(failure{err}) }

func (e *encoder) value(v reflect.Value, quoted bool) {
	if !v.IsValid() {
		e.str("null")
		return
	}
	if e.marshaler(v) {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		e.quote(quoted, strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.quote(quoted, strconv.FormatInt(v.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.quote(quoted, strconv.FormatUint(v.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		e.float(v, quoted)
	case reflect.String:
		if v.Type() == numberType {
			n := v.String()
			if n == "" {
				n = "0"
			}
			if !validNumber(n) {
				e.fail(fmt.Errorf("json: invalid number literal %q", n))
			}
			e.quote(quoted, n)
			return
		}
		if quoted {
			e.string(string(appendString(nil, v.String(), e.escapeHTML)))
		} else {
			e.string(v.String())
		}
	case reflect.Interface:
		if v.IsNil() {
			e.str("null")
			return
		}
		e.value(v.Elem(), false)
	case reflect.Pointer:
		if v.IsNil() {
			e.str("null")
			return
		}
		e.enter(v, func() { e.value(v.Elem(), quoted) })
	case reflect.Struct:
		e.structure(v)
	case reflect.Map:
		e.mapping(v)
	case reflect.Slice:
		e.slice(v)
	case reflect.Array:
		e.array(v)
	default:
		e.fail(&UnsupportedTypeError{v.Type()})
	}
}

// enter walks below v, and finds cycles once it is deep.
func (e *encoder) enter(v reflect.Value, walk func()) {
	e.depth++
	if e.depth > 1000 {
		p := v.Pointer()
		if e.seen[p] {
			e.fail(&UnsupportedValueError{v, fmt.Sprintf("encountered a cycle via %s", v.Type())})
		}
		if e.seen == nil {
			e.seen = map[uintptr]bool{}
		}
		e.seen[p] = true
		defer delete(e.seen, p)
	}
	walk()
	e.depth--
}

func (e *encoder) quote(quoted bool, s string) {
	if quoted {
		s = `"` + s + `"`
	}
	e.str(s)
}

func (e *encoder) marshaler(v reflect.Value) bool {
	if v.Kind() == reflect.Pointer && v.IsNil() || v.Kind() == reflect.Interface || !v.CanInterface() {
		return false
	}
	x := v
	if v.Kind() != reflect.Pointer && v.CanAddr() && v.Type().Name() != "" {
		if pt := reflect.PointerTo(v.Type()); pt.Implements(marshalerType) || pt.Implements(textMarshalerType) {
			x = v.Addr()
		}
	}
	switch m := x.Interface().(type) {
	case Marshaler:
		b, err := m.MarshalJSON()
		if err == nil {
			b, err = appendCompact(nil, b, e.escapeHTML)
		}
		if err != nil {
			e.fail(&MarshalerError{v.Type(), err, "MarshalJSON"})
		}
		e.buf = append(e.buf, b...)
		return true
	case encoding.TextMarshaler:
		b, err := m.MarshalText()
		if err != nil {
			e.fail(&MarshalerError{v.Type(), err, "MarshalText"})
		}
		e.string(string(b))
		return true
	}
	return false
}

func (e *encoder) float(v reflect.Value, quoted bool) {
	f := v.Float()
	bits := 64
	if v.Kind() == reflect.Float32 {
		bits = 32
	}
	if math.IsInf(f, 0) || math.IsNaN(f) {
		e.fail(&UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)})
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 {
		if bits == 64 && (abs < 1e-6 || abs >= 1e21) || bits == 32 && (float32(abs) < 1e-6 || float32(abs) >= 1e21) {
			format = 'e'
		}
	}
	s := strconv.FormatFloat(f, format, -1, bits)
	if n := len(s); format == 'e' && n >= 4 && s[n-4] == 'e' && s[n-3] == '-' && s[n-2] == '0' {
		s = s[:n-2] + s[n-1:]
	}
	e.quote(quoted, s)
}

func (e *encoder) string(s string) { e.buf = appendString(e.buf, s, e.escapeHTML) }

func appendString(b []byte, s string, escapeHTML bool) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' && (!escapeHTML || c != '<' && c != '>' && c != '&') {
				i++
				continue
			}
			b = append(b, s[start:i]...)
			switch c {
			case '\\', '"':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, '\\', 'b')
			case '\f':
				b = append(b, '\\', 'f')
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
			i++
			start = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			b = append(b, s[start:i]...)
			b = append(b, `\ufffd`...)
			i += size
			start = i
			continue
		}
		if r == '\u2028' || r == '\u2029' {
			b = append(b, s[start:i]...)
			b = append(b, '\\', 'u', '2', '0', '2', hex[r&15])
			i += size
			start = i
			continue
		}
		i += size
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}

func (e *encoder) slice(v reflect.Value) {
	if v.IsNil() {
		e.str("null")
		return
	}
	if v.Type().Elem().Kind() == reflect.Uint8 {
		pt := reflect.PointerTo(v.Type().Elem())
		if !pt.Implements(marshalerType) && !pt.Implements(textMarshalerType) {
			e.str(`"`)
			e.buf = base64.StdEncoding.AppendEncode(e.buf, v.Bytes())
			e.str(`"`)
			return
		}
	}
	if v.Len() == 0 {
		e.str("[]")
		return
	}
	e.enter(v, func() { e.array(v) })
}

func (e *encoder) array(v reflect.Value) {
	e.str("[")
	for i, n := 0, v.Len(); i < n; i++ {
		if i > 0 {
			e.str(",")
		}
		e.value(v.Index(i), false)
	}
	e.str("]")
}

func (e *encoder) mapping(v reflect.Value) {
	switch v.Type().Key().Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
	default:
		if !v.Type().Key().Implements(textMarshalerType) {
			e.fail(&UnsupportedTypeError{v.Type()})
		}
	}
	if v.IsNil() {
		e.str("null")
		return
	}
	e.enter(v, func() { e.entries(v) })
}

func (e *encoder) entries(v reflect.Value) {
	type entry struct {
		name  string
		value reflect.Value
	}
	var list []entry
	for it := v.MapRange(); it.Next(); {
		k := it.Key()
		name := ""
		switch tm, ok := k.Interface().(encoding.TextMarshaler); {
		case k.Kind() == reflect.String:
			name = k.String()
		case ok:
			if k.Kind() == reflect.Pointer && k.IsNil() {
				break
			}
			b, err := tm.MarshalText()
			if err != nil {
				e.fail(fmt.Errorf("json: encoding error for type %q: %q", v.Type().String(), err.Error()))
			}
			name = string(b)
		case k.CanInt():
			name = strconv.FormatInt(k.Int(), 10)
		default:
			name = strconv.FormatUint(k.Uint(), 10)
		}
		list = append(list, entry{name, it.Value()})
	}
	sort.Slice(list, func(i, j int) bool { return list[i].name < list[j].name })
	e.str("{")
	for i, x := range list {
		if i > 0 {
			e.str(",")
		}
		e.string(x.name)
		e.str(":")
		e.value(x.value, false)
	}
	e.str("}")
}

func (e *encoder) structure(v reflect.Value) {
	e.str("{")
	first := true
fields:
	for _, f := range fieldsOf(v.Type()) {
		x := v
		for i, k := range f.index {
			if i > 0 && x.Kind() == reflect.Pointer {
				if x.IsNil() {
					continue fields
				}
				x = x.Elem()
			}
			x = x.Field(k)
		}
		if f.omitEmpty && isEmpty(x) || f.omitZero && isZero(x) {
			continue
		}
		if !first {
			e.str(",")
		}
		first = false
		e.string(f.name)
		e.str(":")
		e.value(x, f.quoted)
	}
	e.str("}")
}

func isZero(v reflect.Value) bool {
	if v.CanInterface() {
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return true
		}
		if z, ok := v.Interface().(interface{ IsZero() bool }); ok {
			return z.IsZero()
		}
	}
	return v.IsZero()
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Complex64, reflect.Complex128, reflect.Chan, reflect.Func:
		return false
	}
	return v.IsZero()
}

// ---- fields ----

// field is a field of a struct as JSON sees it.
type field struct {
	name      string
	index     []int
	typ       reflect.Type
	tagged    bool
	omitEmpty bool
	omitZero  bool
	quoted    bool
}

var fieldCache sync.Map // reflect.Type to []field

func fieldsOf(t reflect.Type) []field {
	if f, ok := fieldCache.Load(t); ok {
		return f.([]field)
	}
	f := findFields(t)
	fieldCache.Store(t, f)
	return f
}

func validName(s string) bool {
	for _, c := range s {
		if c == '"' || c == '\\' || c == ',' || c < ' ' {
			return false
		}
	}
	return s != ""
}

// findFields walks through embedded structs breadth first; of fields with one name the least deep wins, then the
// tagged one; if that leaves several, none.
func findFields(t reflect.Type) []field {
	type place struct {
		typ   reflect.Type
		index []int
	}
	var all []field
	visited := map[reflect.Type]bool{}
	next := []place{{t, nil}}
	for len(next) > 0 {
		current := next
		next = nil
		for _, p := range current {
			if visited[p.typ] {
				continue
			}
			visited[p.typ] = true
			for i := 0; i < p.typ.NumField(); i++ {
				sf := p.typ.Field(i)
				ft := sf.Type
				if ft.Name() == "" && ft.Kind() == reflect.Pointer {
					ft = ft.Elem()
				}
				if sf.Anonymous {
					if !sf.IsExported() && ft.Kind() != reflect.Struct {
						continue
					}
				} else if !sf.IsExported() {
					continue
				}
				tag := sf.Tag.Get("json")
				if tag == "-" {
					continue
				}
				name, options, _ := strings.Cut(tag, ",")
				if !validName(name) {
					name = ""
				}
				index := append(append([]int(nil), p.index...), i)
				if name == "" && sf.Anonymous && ft.Kind() == reflect.Struct {
					next = append(next, place{ft, index})
					continue
				}
				f := field{name: name, index: index, typ: sf.Type, tagged: name != ""}
				if name == "" {
					f.name = sf.Name
				}
				for _, o := range strings.Split(options, ",") {
					switch o {
					case "omitempty":
						f.omitEmpty = true
					case "omitzero":
						f.omitZero = true
					case "string":
						switch ft.Kind() {
						case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
							reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr,
							reflect.Float32, reflect.Float64, reflect.String:
							f.quoted = true
						}
					}
				}
				all = append(all, f)
			}
		}
	}
	var out []field
	for i, f := range all {
		wins := true
		for j, g := range all {
			if i == j || g.name != f.name {
				continue
			}
			if len(g.index) < len(f.index) || len(g.index) == len(f.index) && (g.tagged || !f.tagged) {
				wins = false
				break
			}
		}
		if wins {
			out = append(out, f)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].index, out[j].index
		for k := 0; k < len(a) && k < len(b); k++ {
			if a[k] != b[k] {
				return a[k] < b[k]
			}
		}
		return len(a) < len(b)
	})
	return out
}

// ---- layout ----

// Compact takes insignificant space out.
func Compact(dst *bytes.Buffer, src []byte) error {
	b, err := appendCompact(nil, src, false)
	if err == nil {
		dst.Write(b)
	}
	return err
}

func appendCompact(dst, src []byte, escapeHTML bool) ([]byte, error) {
	if err := check(src); err != nil {
		return dst, err
	}
	inString := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		if inString {
			if c == '\\' {
				dst = append(dst, c)
				i++
				c = src[i]
			} else if c == '"' {
				inString = false
			} else if escapeHTML && (c == '<' || c == '>' || c == '&') {
				dst = append(dst, fmt.Sprintf(`\u%04x`, c)...)
				continue
			}
			dst = append(dst, c)
			continue
		}
		switch c {
		case ' ', '\t', '\n', '\r':
			continue
		case '"':
			inString = true
		}
		dst = append(dst, c)
	}
	return dst, nil
}

// HTMLEscape escapes what HTML would take for its own.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c == '<' || c == '>' || c == '&':
			fmt.Fprintf(dst, `\u%04x`, c)
		case c == 0xE2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xA8:
			fmt.Fprintf(dst, `\u202%x`, src[i+2]&0xF)
			i += 2
		default:
			dst.WriteByte(c)
		}
	}
}

// Indent puts each element on a line of its own.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	b, err := appendIndent(nil, src, prefix, indent)
	if err == nil {
		dst.Write(b)
	}
	return err
}

func appendIndent(dst, src []byte, prefix, indent string) ([]byte, error) {
	if err := check(src); err != nil {
		return dst, err
	}
	depth := 0
	newline := func() {
		dst = append(dst, '\n')
		dst = append(dst, prefix...)
		for i := 0; i < depth; i++ {
			dst = append(dst, indent...)
		}
	}
	needIndent, inString := false, false
	for i := 0; i < len(src); i++ {
		c := src[i]
		if inString {
			dst = append(dst, c)
			if c == '\\' {
				i++
				dst = append(dst, src[i])
			} else if c == '"' {
				inString = false
			}
			continue
		}
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			continue
		}
		if needIndent && c != ']' && c != '}' {
			needIndent = false
			depth++
			newline()
		}
		switch c {
		case '{', '[':
			needIndent = true
			dst = append(dst, c)
		case ',':
			dst = append(dst, c)
			newline()
		case ':':
			dst = append(dst, c, ' ')
		case '}', ']':
			if needIndent {
				needIndent = false
			} else {
				depth--
				newline()
			}
			dst = append(dst, c)
		default:
			inString = c == '"'
			dst = append(dst, c)
		}
	}
	return dst, nil
}
