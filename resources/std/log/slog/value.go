// SPDX-License-Identifier: MIT

package slog

import (
	"fmt"
	"math"
	"runtime"
	"strconv"
	"time"
)

// Kind is what a Value holds.
type Kind int

// The kinds of values.
const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = []string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

// String gives the kind's name.
func (k Kind) String() string {
	if k >= 0 && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// Value holds any value; numbers and such without an allocation. Its zero holds nil.
type Value struct {
	_    [0]func() // values are compared with Equal
	kind Kind
	num  uint64
	any  any
}

// LogValuer gives the value that is logged in its place.
type LogValuer interface {
	LogValue() Value
}

// StringValue makes a Value of a string.
func StringValue(value string) Value { return Value{kind: KindString, any: value} }

// IntValue makes a Value of an int.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value makes a Value of an int64.
func Int64Value(v int64) Value { return Value{kind: KindInt64, num: uint64(v)} }

// Uint64Value makes a Value of a uint64.
func Uint64Value(v uint64) Value { return Value{kind: KindUint64, num: v} }

// Float64Value makes a Value of a float64.
func Float64Value(v float64) Value { return Value{kind: KindFloat64, num: math.Float64bits(v)} }

// BoolValue makes a Value of a bool.
func BoolValue(v bool) Value {
	value := Value{kind: KindBool}
	if v {
		value.num = 1
	}
	return value
}

// TimeValue makes a Value of a time, without its monotonic part.
func TimeValue(v time.Time) Value { return Value{kind: KindTime, any: v.Round(0)} }

// DurationValue makes a Value of a duration.
func DurationValue(v time.Duration) Value { return Value{kind: KindDuration, num: uint64(v)} }

// GroupValue makes a Value of attributes; empty groups among them are left out.
func GroupValue(as ...Attr) Value {
	kept := as
	for i, a := range as {
		if a.Value.isEmptyGroup() {
			kept = append([]Attr(nil), as[:i]...)
			for _, a := range as[i:] {
				if !a.Value.isEmptyGroup() {
					kept = append(kept, a)
				}
			}
			break
		}
	}
	return Value{kind: KindGroup, any: kept}
}

// AnyValue makes a Value of the kind that suits v.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return IntValue(v)
	case int64:
		return Int64Value(v)
	case int32:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int8:
		return Int64Value(int64(v))
	case uint:
		return Uint64Value(uint64(v))
	case uint64:
		return Uint64Value(v)
	case uint32:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint8:
		return Uint64Value(uint64(v))
	case uintptr:
		return Uint64Value(uint64(v))
	case float64:
		return Float64Value(v)
	case float32:
		return Float64Value(float64(v))
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case []Attr:
		return GroupValue(v...)
	case Value:
		return v
	case LogValuer:
		return Value{kind: KindLogValuer, any: v}
	}
	return Value{any: v}
}

// Kind tells what the value is.
func (v Value) Kind() Kind { return v.kind }

// Any gives the value as it is.
func (v Value) Any() any {
	switch v.kind {
	case KindBool:
		return v.num != 0
	case KindInt64:
		return int64(v.num)
	case KindUint64:
		return v.num
	case KindFloat64:
		return math.Float64frombits(v.num)
	case KindDuration:
		return time.Duration(v.num)
	}
	return v.any
}

func (v Value) need(kind Kind) {
	if v.kind != kind {
		panic(fmt.Sprintf("Value kind is %s, not %s", v.kind, kind))
	}
}

// Int64 gives an int64, or panics.
func (v Value) Int64() int64 {
	v.need(KindInt64)
	return int64(v.num)
}

// Uint64 gives a uint64, or panics.
func (v Value) Uint64() uint64 {
	v.need(KindUint64)
	return v.num
}

// Bool gives a bool, or panics.
func (v Value) Bool() bool {
	v.need(KindBool)
	return v.num != 0
}

// Duration gives a duration, or panics.
func (v Value) Duration() time.Duration {
	v.need(KindDuration)
	return time.Duration(v.num)
}

// Float64 gives a float64, or panics.
func (v Value) Float64() float64 {
	v.need(KindFloat64)
	return math.Float64frombits(v.num)
}

// Time gives a time, or panics.
func (v Value) Time() time.Time {
	v.need(KindTime)
	return v.any.(time.Time)
}

// LogValuer gives a LogValuer, or panics.
func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

// Group gives a group's attributes, or panics.
func (v Value) Group() []Attr {
	if v.kind != KindGroup {
		panic("Group: bad kind")
	}
	return v.any.([]Attr)
}

func (v Value) isEmptyGroup() bool { return v.kind == KindGroup && len(v.any.([]Attr)) == 0 }

// String gives the value as a text; a string as it is.
func (v Value) String() string {
	switch v.kind {
	case KindString:
		return v.any.(string)
	case KindInt64:
		return strconv.FormatInt(int64(v.num), 10)
	case KindUint64:
		return strconv.FormatUint(v.num, 10)
	case KindFloat64:
		return strconv.FormatFloat(math.Float64frombits(v.num), 'g', -1, 64)
	case KindBool:
		return strconv.FormatBool(v.num != 0)
	case KindDuration:
		return time.Duration(v.num).String()
	case KindTime:
		return v.any.(time.Time).String()
	}
	return fmt.Sprint(v.any)
}

// Equal tells whether two values are the same.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	switch v.kind {
	case KindInt64, KindUint64, KindBool, KindDuration:
		return v.num == w.num
	case KindString:
		return v.any.(string) == w.any.(string)
	case KindFloat64:
		return v.Float64() == w.Float64()
	case KindTime:
		return v.Time().Equal(w.Time())
	case KindGroup:
		a, b := v.Group(), w.Group()
		if len(a) != len(b) {
			return false
		}
		for i := range a {
			if !a[i].Equal(b[i]) {
				return false
			}
		}
		return true
	}
	return v.any == w.any // may panic
}

// Resolve calls LogValue until something else than a LogValuer comes.
func (v Value) Resolve() (result Value) {
	const most = 5
	first := v
	defer func() {
		if r := recover(); r != nil {
			result = AnyValue(fmt.Errorf("LogValue panicked\n%s", callers()))
		}
	}()
	for i := 0; i < most; i++ {
		if v.kind != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times\nin type %T", first.Any()))
}

func callers() (text string) {
	var pcs [5]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(4, pcs[:])])
	for {
		frame, more := frames.Next()
		text += fmt.Sprintf("called from %s (%s:%d)\n", frame.Function, frame.File, frame.Line)
		if !more {
			return text
		}
	}
}

// Attr is a key with a value.
type Attr struct {
	Key   string
	Value Value
}

// String makes an Attr of a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int64 makes an Attr of an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Int makes an Attr of an int.
func Int(key string, value int) Attr { return Attr{key, IntValue(value)} }

// Uint64 makes an Attr of a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 makes an Attr of a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool makes an Attr of a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time makes an Attr of a time.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration makes an Attr of a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Group makes an Attr of attributes, given as to Logger.Info.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(toAttrs(args)...)} }

// GroupAttrs makes an Attr of attributes.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Any makes an Attr of any value.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Equal tells whether two attributes are the same.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

// String gives key=value.
func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isEmpty() bool { return a.Key == "" && a.Value.kind == KindAny && a.Value.any == nil }

const badKey = "!BADKEY"

// toAttr takes an attribute from the front of args.
func toAttr(args []any) (Attr, []any) {
	switch x := args[0].(type) {
	case string:
		if len(args) == 1 {
			return String(badKey, x), nil
		}
		return Any(x, args[1]), args[2:]
	case Attr:
		return x, args[1:]
	default:
		return Any(badKey, x), args[1:]
	}
}

func toAttrs(args []any) (attrs []Attr) {
	for len(args) > 0 {
		var a Attr
		a, args = toAttr(args)
		attrs = append(attrs, a)
	}
	return attrs
}
