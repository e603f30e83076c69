// SPDX-License-Identifier: MIT

// Package quick checks functions with random arguments.
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var defaultCount = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// Generator makes random values of its own type.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

const longest = 50

// Value makes a random value of a type; false if it cannot.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return sized(t, rand, longest)
}

func sized(t reflect.Type, r *rand.Rand, size int) (v reflect.Value, ok bool) {
	if g, ok := reflect.Zero(t).Interface().(Generator); ok {
		return g.Generate(r, size), true
	}
	v = reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(r.Int()&1 == 0)
	case reflect.Float32:
		f := r.Float64() * math.MaxFloat32
		if r.Int()&1 == 1 {
			f = -f
		}
		v.SetFloat(f)
	case reflect.Float64:
		f := r.Float64() * math.MaxFloat64
		if r.Int()&1 == 1 {
			f = -f
		}
		v.SetFloat(f)
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(complex(r.NormFloat64()*1e6, r.NormFloat64()*1e6))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.Uint64()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(r.Uint64())
	case reflect.String:
		runes := make([]rune, r.Intn(longest))
		for i := range runes {
			runes[i] = rune(r.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	case reflect.Pointer:
		if r.Intn(size) == 0 {
			return v, true
		}
		elem, ok := sized(t.Elem(), r, size)
		if !ok {
			return reflect.Value{}, false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(elem)
	case reflect.Slice:
		n := r.Intn(size)
		v.Set(reflect.MakeSlice(t, n, n))
		for i := 0; i < n; i++ {
			elem, ok := sized(t.Elem(), r, size-n)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.Array:
		for i := 0; i < v.Len(); i++ {
			elem, ok := sized(t.Elem(), r, size)
			if !ok {
				return reflect.Value{}, false
			}
			v.Index(i).Set(elem)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		for i := r.Intn(size); i > 0; i-- {
			key, ok1 := sized(t.Key(), r, size)
			elem, ok2 := sized(t.Elem(), r, size)
			if !ok1 || !ok2 {
				return reflect.Value{}, false
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Struct:
		n := v.NumField()
		for i := 0; i < n; i++ {
			elem, ok := sized(t.Field(i).Type, r, size/(n+1)+1)
			if !ok {
				return reflect.Value{}, false
			}
			v.Field(i).Set(elem)
		}
	default:
		return reflect.Value{}, false
	}
	return v, true
}

// Config says how to check.
type Config struct {
	MaxCount      int
	MaxCountScale float64
	Rand          *rand.Rand
	Values        func([]reflect.Value, *rand.Rand)
}

func (c *Config) rand() *rand.Rand {
	if c.Rand != nil {
		return c.Rand
	}
	return rand.New(rand.NewSource(time.Now().UnixNano()))
}

func (c *Config) count() int {
	if c.MaxCount > 0 {
		return c.MaxCount
	}
	if c.MaxCountScale != 0 {
		return int(c.MaxCountScale * float64(*defaultCount))
	}
	return *defaultCount
}

// SetupError says that a check is wrong in itself.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// CheckError has the arguments for which Check's function was false.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, list(s.In))
}

// CheckEqualError has the arguments for which two functions differed.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, list(s.In), list(s.Out1), list(s.Out2))
}

func list(values []any) string {
	var parts []string
	for _, v := range values {
		parts = append(parts, fmt.Sprintf("%#v", v))
	}
	return strings.Join(parts, ", ")
}

func values(in []reflect.Value) (out []any) {
	for _, v := range in {
		out = append(out, v.Interface())
	}
	return out
}

func arguments(args []reflect.Value, f reflect.Type, c *Config, r *rand.Rand) error {
	if c.Values != nil {
		c.Values(args, r)
		return nil
	}
	for i := range args {
		v, ok := Value(f.In(i), r)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", f.In(i), i))
		}
		args[i] = v
	}
	return nil
}

var defaultConfig Config

// Check looks for arguments for which f, a function that returns a bool, is false.
func Check(f any, config *Config) error {
	if config == nil {
		config = &defaultConfig
	}
	fn := reflect.ValueOf(f)
	if fn.Kind() != reflect.Func {
		return SetupError("argument is not a function")
	}
	t := fn.Type()
	if t.NumOut() != 1 {
		return SetupError("function does not return one value")
	}
	if t.Out(0).Kind() != reflect.Bool {
		return SetupError("function does not return a bool")
	}
	args := make([]reflect.Value, t.NumIn())
	r := config.rand()
	for i := 0; i < config.count(); i++ {
		if err := arguments(args, t, config, r); err != nil {
			return err
		}
		if !fn.Call(args)[0].Bool() {
			return &CheckError{i + 1, values(args)}
		}
	}
	return nil
}

// CheckEqual looks for arguments for which f and g give different results.
func CheckEqual(f, g any, config *Config) error {
	if config == nil {
		config = &defaultConfig
	}
	x, y := reflect.ValueOf(f), reflect.ValueOf(g)
	if x.Kind() != reflect.Func || y.Kind() != reflect.Func {
		return SetupError("f or g is not a function")
	}
	if x.Type() != y.Type() {
		return SetupError("functions have different types")
	}
	args := make([]reflect.Value, x.Type().NumIn())
	r := config.rand()
	for i := 0; i < config.count(); i++ {
		if err := arguments(args, x.Type(), config, r); err != nil {
			return err
		}
		a, b := values(x.Call(args)), values(y.Call(args))
		if !reflect.DeepEqual(a, b) {
			return &CheckEqualError{CheckError{i + 1, values(args)}, a, b}
		}
	}
	return nil
}
