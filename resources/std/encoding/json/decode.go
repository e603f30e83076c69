// SPDX-License-Identifier: MIT

package json

import (
	"encoding"
	"encoding/base64"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Unmarshaler sets itself from JSON.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// UnmarshalTypeError says that a value of JSON does not fit a type.
type UnmarshalTypeError struct {
	Value  string
	Type   reflect.Type
	Offset int64
	Struct string
	Field  string
}

func (e *UnmarshalTypeError) Error() string {
	if e.Struct != "" || e.Field != "" {
		return "json: cannot unmarshal " + e.Value + " into Go struct field " + e.Struct + "." + e.Field + " of type " +
			e.Type.String()
	}
	return "json: cannot unmarshal " + e.Value + " into Go value of type " + e.Type.String()
}

// InvalidUnmarshalError says that the target of Unmarshal is no pointer.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	if e.Type == nil {
		return "json: Unmarshal(nil)"
	}
	if e.Type.Kind() != reflect.Pointer {
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// decoder walks over data, which has been checked.
type decoder struct {
	data      []byte
	i         int
	useNumber bool
	strict    bool
	err       error // the first one that lets the walk go on
	structure string
	path      []string
}

// Unmarshal sets what v points to from JSON.
func Unmarshal(data []byte, v any) error {
	if err := check(data); err != nil {
		return err
	}
	return (&decoder{data: data}).unmarshal(v)
}

func (d *decoder) unmarshal(v any) (err error) {
	rv := reflect.ValueOf(v)
	if rv.Kind() != reflect.Pointer || rv.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(failure)
			if !ok {
				panic(r)
			}
			err = f.err
		}
	}()
	d.space()
	d.value(rv)
	return d.err
}

func (d *decoder) space() { d.i = skipSpace(d.data, d.i) }

// raw takes the value that begins here.
func (d *decoder) raw() []byte {
	start := d.i
	d.i, _ = skipValue(d.data, d.i, 0)
	return d.data[start:d.i]
}

func (d *decoder) keep(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *decoder) wrongType(value string, t reflect.Type, offset int) {
	d.keep(&UnmarshalTypeError{value, t, int64(offset), d.structure, strings.Join(d.path, ".")})
}

// target follows pointers to what is to be set, making what is nil. If something on the way unmarshals itself, it
// gives that.
func target(v reflect.Value, null bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	v0 := v
	haveAddr := false
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		haveAddr = true
		v = v.Addr()
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			e := v.Elem()
			if e.Kind() == reflect.Pointer && !e.IsNil() && (!null || e.Elem().Kind() == reflect.Pointer) {
				haveAddr = false
				v = e
				continue
			}
		}
		if v.Kind() != reflect.Pointer {
			break
		}
		if null && v.CanSet() {
			break
		}
		if v.Elem().Kind() == reflect.Interface && v.Elem().Elem().IsValid() && v.Elem().Elem().Kind() == reflect.Pointer &&
			v.Elem().Elem().Pointer() == v.Pointer() {
			v = v.Elem()
			break
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().NumMethod() > 0 && v.CanInterface() {
			if u, ok := v.Interface().(Unmarshaler); ok {
				return u, nil, reflect.Value{}
			}
			if !null {
				if u, ok := v.Interface().(encoding.TextUnmarshaler); ok {
					return nil, u, reflect.Value{}
				}
			}
		}
		if haveAddr {
			v = v0
			haveAddr = false
		} else {
			v = v.Elem()
		}
	}
	return nil, nil, v
}

func (d *decoder) value(v reflect.Value) {
	if !v.IsValid() {
		d.raw()
		return
	}
	switch d.data[d.i] {
	case '[':
		d.array(v)
	case '{':
		d.object(v)
	default:
		start := d.i
		d.literal(d.raw(), v, false, start)
	}
}

func (d *decoder) array(v reflect.Value) {
	start := d.i
	u, ut, pv := target(v, false)
	if u != nil {
		if err := u.UnmarshalJSON(d.raw()); err != nil {
			d.keep(err)
		}
		return
	}
	if ut != nil {
		d.wrongType("array", v.Type(), start+1)
		d.raw()
		return
	}
	v = pv
	switch v.Kind() {
	case reflect.Interface:
		if v.NumMethod() == 0 {
			v.Set(reflect.ValueOf(d.anyArray()))
			return
		}
		d.wrongType("array", v.Type(), start+1)
		d.raw()
		return
	case reflect.Array, reflect.Slice:
	default:
		d.wrongType("array", v.Type(), start+1)
		d.raw()
		return
	}
	d.i++
	i := 0
	for {
		d.space()
		if d.data[d.i] == ']' {
			d.i++
			break
		}
		if v.Kind() == reflect.Slice {
			if i >= v.Cap() {
				v.Grow(1)
			}
			if i >= v.Len() {
				v.SetLen(i + 1)
				v.Index(i).SetZero()
			}
		}
		if i < v.Len() {
			d.value(v.Index(i))
		} else {
			d.raw()
		}
		i++
		d.space()
		if d.data[d.i] == ',' {
			d.i++
		}
	}
	if i < v.Len() {
		if v.Kind() == reflect.Array {
			for ; i < v.Len(); i++ {
				v.Index(i).SetZero()
			}
		} else {
			v.SetLen(i)
		}
	}
	if i == 0 && v.Kind() == reflect.Slice {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
}

func (d *decoder) object(v reflect.Value) {
	start := d.i
	u, ut, pv := target(v, false)
	if u != nil {
		if err := u.UnmarshalJSON(d.raw()); err != nil {
			d.keep(err)
		}
		return
	}
	if ut != nil {
		d.wrongType("object", v.Type(), start+1)
		d.raw()
		return
	}
	v = pv
	if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
		v.Set(reflect.ValueOf(d.anyObject()))
		return
	}
	var fields []field
	switch v.Kind() {
	case reflect.Map:
		kt := v.Type().Key()
		switch k := kt.Kind(); {
		case k == reflect.String, reflect.Int <= k && k <= reflect.Uintptr:
		default:
			if !reflect.PointerTo(kt).Implements(textUnmarshalerType) {
				d.wrongType("object", v.Type(), start+1)
				d.raw()
				return
			}
		}
		if v.IsNil() {
			v.Set(reflect.MakeMap(v.Type()))
		}
	case reflect.Struct:
		fields = fieldsOf(v.Type())
	default:
		d.wrongType("object", v.Type(), start+1)
		d.raw()
		return
	}
	structure, path := d.structure, d.path
	d.i++
	for {
		d.space()
		if d.data[d.i] == '}' {
			d.i++
			break
		}
		keyStart := d.i
		key := unquote(d.raw())
		d.space()
		d.i++ // colon
		d.space()
		if v.Kind() == reflect.Map {
			elem := reflect.New(v.Type().Elem()).Elem()
			d.value(elem)
			if k := d.mapKey(key, v.Type().Key(), keyStart); k.IsValid() {
				v.SetMapIndex(k, elem)
			}
		} else {
			d.structField(v, fields, key, path)
		}
		d.structure, d.path = structure, path
		d.space()
		if d.data[d.i] == ',' {
			d.i++
		}
	}
}

func (d *decoder) mapKey(key string, kt reflect.Type, at int) reflect.Value {
	if reflect.PointerTo(kt).Implements(textUnmarshalerType) {
		k := reflect.New(kt)
		if err := k.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(key)); err != nil {
			d.keep(err)
		}
		return k.Elem()
	}
	k := reflect.New(kt).Elem()
	switch {
	case kt.Kind() == reflect.String:
		k.SetString(key)
	case k.CanInt():
		n, err := strconv.ParseInt(key, 10, 64)
		if err != nil || k.OverflowInt(n) {
			d.wrongType("number "+key, kt, at+1)
			return reflect.Value{}
		}
		k.SetInt(n)
	default:
		n, err := strconv.ParseUint(key, 10, 64)
		if err != nil || k.OverflowUint(n) {
			d.wrongType("number "+key, kt, at+1)
			return reflect.Value{}
		}
		k.SetUint(n)
	}
	return k
}

func (d *decoder) structField(v reflect.Value, fields []field, key string, path []string) {
	var f *field
	for i := range fields {
		if fields[i].name == key {
			f = &fields[i]
			break
		}
	}
	if f == nil {
		for i := range fields {
			if strings.EqualFold(fields[i].name, key) {
				f = &fields[i]
				break
			}
		}
	}
	if f == nil {
		if d.strict {
			d.keep(fmt.Errorf("json: unknown field %q", key))
		}
		d.raw()
		return
	}
	x := v
	for i, k := range f.index {
		if i > 0 && x.Kind() == reflect.Pointer {
			if x.IsNil() {
				if !x.CanSet() {
					d.keep(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", x.Type().Elem()))
					d.raw()
					return
				}
				x.Set(reflect.New(x.Type().Elem()))
			}
			x = x.Elem()
		}
		x = x.Field(k)
	}
	d.structure = v.Type().Name()
	d.path = append(append([]string(nil), path...), f.name)
	if !f.quoted {
		d.value(x)
		return
	}
	start := d.i
	raw := d.raw()
	switch {
	case string(raw) == "null":
		d.literal(raw, x, false, start)
	case raw[0] == '"':
		d.literal([]byte(unquote(raw)), x, true, start)
	default:
		d.keep(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %v", x.Type()))
	}
}

// unquote gives the string of a literal.
func unquote(s []byte) string {
	s = s[1 : len(s)-1]
	plain := true
	for _, c := range s {
		if c == '\\' || c >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain {
		return string(s)
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\\':
			i++
			switch s[i] {
			case 'b':
				b = append(b, '\b')
			case 'f':
				b = append(b, '\f')
			case 'n':
				b = append(b, '\n')
			case 'r':
				b = append(b, '\r')
			case 't':
				b = append(b, '\t')
			case 'u':
				r := hexRune(s[i+1:])
				i += 4
				if utf16.IsSurrogate(r) {
					if i+6 < len(s)+0 && s[i+1] == '\\' && s[i+2] == 'u' {
						if r2 := utf16.DecodeRune(r, hexRune(s[i+3:])); r2 != utf8.RuneError {
							b = utf8.AppendRune(b, r2)
							i += 7
							continue
						}
					}
					r = utf8.RuneError
				}
				b = utf8.AppendRune(b, r)
			default:
				b = append(b, s[i])
			}
			i++
		case c < utf8.RuneSelf:
			b = append(b, c)
			i++
		default:
			r, size := utf8.DecodeRune(s[i:])
			b = utf8.AppendRune(b, r)
			i += size
		}
	}
	return string(b)
}

func hexRune(s []byte) rune {
	n, _ := strconv.ParseUint(string(s[:4]), 16, 32)
	return rune(n)
}

// literal sets v from a string, number, true, false or null.
func (d *decoder) literal(item []byte, v reflect.Value, fromQuoted bool, start int) {
	bad := func() {
		d.keep(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", item, v.Type()))
	}
	if len(item) == 0 {
		bad()
		return
	}
	null := string(item) == "null"
	u, ut, pv := target(v, null)
	if u != nil {
		if err := u.UnmarshalJSON(item); err != nil {
			d.keep(err)
		}
		return
	}
	end := start + len(item)
	if ut != nil {
		if item[0] != '"' {
			value := "number"
			switch item[0] {
			case 'n':
				value = "null"
			case 't', 'f':
				value = "bool"
			}
			d.wrongType(value, v.Type(), end)
			return
		}
		if err := ut.UnmarshalText([]byte(unquote(item))); err != nil {
			d.keep(err)
		}
		return
	}
	v = pv
	switch c := item[0]; c {
	case 'n':
		if fromQuoted && !null {
			bad()
			return
		}
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case 't', 'f':
		if fromQuoted && string(item) != "true" && string(item) != "false" {
			bad()
			return
		}
		switch {
		case v.Kind() == reflect.Bool:
			v.SetBool(c == 't')
		case v.Kind() == reflect.Interface && v.NumMethod() == 0:
			v.Set(reflect.ValueOf(c == 't'))
		case fromQuoted:
			bad()
		default:
			d.wrongType("bool", v.Type(), end)
		}
	case '"':
		if fromQuoted && (len(item) < 2 || !Valid(item)) {
			bad()
			return
		}
		d.stringLiteral(unquote(item), v, end)
	default:
		if fromQuoted && !validNumber(string(item)) {
			bad()
			return
		}
		d.numberLiteral(string(item), v, fromQuoted, end)
	}
}

func (d *decoder) stringLiteral(s string, v reflect.Value, end int) {
	switch {
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		b, err := base64.StdEncoding.DecodeString(s)
		if err != nil {
			d.keep(err)
			return
		}
		v.SetBytes(b)
	case v.Kind() == reflect.String:
		if v.Type() == numberType && !validNumber(s) {
			d.keep(fmt.Errorf("json: invalid number literal, trying to unmarshal %q into Number", `"`+s+`"`))
			return
		}
		v.SetString(s)
	case v.Kind() == reflect.Interface && v.NumMethod() == 0:
		v.Set(reflect.ValueOf(s))
	default:
		d.wrongType("string", v.Type(), end)
	}
}

func (d *decoder) number(s string) (any, error) {
	if d.useNumber {
		return Number(s), nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + s, Type: reflect.TypeFor[float64](), Offset: int64(d.i)}
	}
	return f, nil
}

func (d *decoder) numberLiteral(s string, v reflect.Value, fromQuoted bool, end int) {
	switch k := v.Kind(); {
	case k == reflect.Interface && v.NumMethod() == 0:
		n, err := d.number(s)
		if err != nil {
			d.keep(err)
			return
		}
		v.Set(reflect.ValueOf(n))
	case v.CanInt():
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || v.OverflowInt(n) {
			d.wrongType("number "+s, v.Type(), end)
			return
		}
		v.SetInt(n)
	case v.CanUint():
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil || v.OverflowUint(n) {
			d.wrongType("number "+s, v.Type(), end)
			return
		}
		v.SetUint(n)
	case v.CanFloat():
		n, err := strconv.ParseFloat(s, int(v.Type().Size())*8)
		if err != nil || v.OverflowFloat(n) {
			d.wrongType("number "+s, v.Type(), end)
			return
		}
		v.SetFloat(n)
	case k == reflect.String && v.Type() == numberType:
		v.SetString(s)
	case fromQuoted:
		d.keep(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", s, v.Type()))
	default:
		d.wrongType("number", v.Type(), end)
	}
}

// ---- into any ----

func (d *decoder) any() any {
	switch d.data[d.i] {
	case '[':
		return d.anyArray()
	case '{':
		return d.anyObject()
	}
	item := d.raw()
	switch item[0] {
	case 'n':
		return nil
	case 't':
		return true
	case 'f':
		return false
	case '"':
		return unquote(item)
	}
	n, err := d.number(string(item))
	if err != nil {
		d.keep(err)
	}
	return n
}

func (d *decoder) anyArray() []any {
	out := []any{}
	d.i++
	for {
		d.space()
		if d.data[d.i] == ']' {
			d.i++
			return out
		}
		out = append(out, d.any())
		d.space()
		if d.data[d.i] == ',' {
			d.i++
		}
	}
}

func (d *decoder) anyObject() map[string]any {
	out := map[string]any{}
	d.i++
	for {
		d.space()
		if d.data[d.i] == '}' {
			d.i++
			return out
		}
		key := unquote(d.raw())
		d.space()
		d.i++
		d.space()
		out[key] = d.any()
		d.space()
		if d.data[d.i] == ',' {
			d.i++
		}
	}
}
