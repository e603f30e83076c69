package main

import (
	"fmt"
	"strconv"
)

type Stringer interface{ String() string }
type Signed interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}
type Unsigned interface {
	~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}
type Integer interface{ Signed | Unsigned }
type StringableInt interface {
	~int | ~int64
	String() string
}
type ID int

func (i ID) String() string { return "ID-" + strconv.Itoa(int(i)) }

type Setter[T any] interface {
	*T
	Set(string)
}
type Settable struct{ v string }

func (s *Settable) Set(x string) { s.v = x }

func FromStrings[T any, PT Setter[T]](s []string) []T {
	r := make([]T, len(s))
	for i, v := range s {
		p := PT(&r[i])
		p.Set(v)
	}
	return r
}

func Join[T Stringer](xs ...T) (s string) {
	for _, x := range xs {
		s += x.String() + ";"
	}
	return
}
func Both[T StringableInt](x T) string { return x.String() + "+" + strconv.Itoa(int(x)+1) }
func Abs[T Signed](x T) T {
	if x < 0 {
		return -x
	}
	return x
}
func Bits[T Integer](x T) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}
func GCD[T Integer](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
func Shl[T Integer](x T, n uint) T { return x << n }

type Eq[T any] interface{ Equal(T) bool }
type Pt struct{ x, y int }

func (p Pt) Equal(q Pt) bool { return p == q }
func Find[T Eq[T]](s []T, v T) int {
	for i, x := range s {
		if x.Equal(v) {
			return i
		}
	}
	return -1
}

type Cloner[T any] interface{ Clone() T }
type Doc struct{ s []string }

func (d *Doc) Clone() *Doc { return &Doc{append([]string(nil), d.s...)} }
func CloneAll[T Cloner[T]](xs []T) []T {
	var r []T
	for _, x := range xs {
		r = append(r, x.Clone())
	}
	return r
}
func Elem[S ~[]E, E any](s S, i int) E         { return s[i] }
func At[T ~[]byte | ~string](s T, i int) byte  { return s[i] }
func Sub[T ~[]byte | ~string](s T, i, j int) T { return s[i:j] }
func SendAll[C ~chan E | ~chan<- E, E any](c C, es ...E) {
	for _, e := range es {
		c <- e
	}
}
func MapGet[M ~map[K]V, K comparable, V any](m M, k K, d V) V {
	if v, ok := m[k]; ok {
		return v
	}
	return d
}
func Call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }
func Default[T comparable](v, d T) T {
	var zero T
	if v == zero {
		return d
	}
	return v
}
func IsNil[T any](p *T) bool { return p == nil }
func TypeName[T any]() string {
	var z T
	return fmt.Sprintf("%T", z)
}
func Kind[T any](v T) string {
	switch any(v).(type) {
	case int, int8:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of itself"
	case fmt.Stringer:
		return "stringer"
	}
	return "other"
}
func AsAny[T any](v T) any { return v }
func Assert[T any](v any) (T, bool) {
	t, ok := v.(T)
	return t, ok
}
func MakeSlice[S ~[]E, E any](n int) S { return make(S, n, n+1) }
func Conv[T ~int | ~float64](s string) T {
	f, _ := strconv.ParseFloat(s, 64)
	return T(f)
}

type Bytes []byte

func main() {
	fmt.Println(FromStrings[Settable]([]string{"a", "b"}))
	fmt.Println(Join(ID(1), ID(2)), Both(ID(4)), Join[Stringer](ID(3)))
	fmt.Println(Abs(-5), Abs(int8(-128)), Abs(ID(-7)), Bits(255), Bits(uint8(0xf0)), GCD(48, 18), GCD[uint16](100, 75), Shl(int8(1), 7), Shl(uint8(255), 4))
	fmt.Println(Find([]Pt{{1, 2}, {3, 4}}, Pt{3, 4}))
	d := &Doc{[]string{"x"}}
	c := CloneAll([]*Doc{d})
	c[0].s[0] = "changed"
	fmt.Println(d.s, c[0].s)
	fmt.Println(Elem(Bytes("abc"), 1), At("xyz", 2), At(Bytes("q"), 0), Sub("hello", 1, 3), string(Sub(Bytes("hello"), 2, 4)))
	ch := make(chan int, 5)
	SendAll(ch, 1, 2)
	SendAll((chan<- int)(ch), 3)
	fmt.Println(len(ch))
	fmt.Println(MapGet(map[string]int{"a": 1}, "b", 9), Call(strconv.Itoa, 5), Default("", "d"), Default(3, 4), Default(Pt{}, Pt{1, 1}))
	fmt.Println(IsNil[int](nil), IsNil(&Pt{}), TypeName[int](), TypeName[[]map[string]Pt](), TypeName[error](), TypeName[func(int) string]())
	fmt.Println(Kind(1), Kind(int8(1)), Kind("a"), Kind(ID(1)), Kind(2.5), Kind([]int{}))
	v, ok := Assert[int](5)
	w, ok2 := Assert[fmt.Stringer](ID(2))
	_, ok3 := Assert[string](5)
	fmt.Println(v, ok, w, ok2, ok3, AsAny(3) == any(3))
	s := MakeSlice[Bytes](2)
	fmt.Printf("%T %d %d %v %v\n", s, len(s), cap(s), Conv[int]("3.7"), Conv[float64]("3.7"))
}

// Output:
// [{a} {b}]
// ID-1;ID-2; ID-4+5 ID-3;
// 5 -128 ID-7 8 4 6 25 -128 240
// 1
// [x] [changed]
// 98 122 113 el ll
// 3
// 9 5 d 3 {1 1}
// true false int []map[string]main.Pt <nil> func(int) string
// int int string stringer other other
// 5 true ID-2 true false true
// main.Bytes 2 3 3 3.7
