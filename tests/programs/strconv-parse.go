package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "-1", "+5", "123", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "", "-", "1_000", "0x10", "12a", " 1", "1.5"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, t := range []struct {
		s         string
		base, bit int
	}{{"ff", 16, 64}, {"0xff", 0, 64}, {"0b101", 0, 8}, {"0o17", 0, 64}, {"017", 0, 64}, {"1_000", 0, 64}, {"128", 10, 8}, {"-129", 10, 8}, {"zz", 36, 64}, {"2", 2, 64}, {"1", 1, 64}, {"1", 37, 64}, {"1", 10, 65}, {"-0x8000000000000000", 0, 64}, {"_1", 0, 64}, {"0x", 0, 64}} {
		n, err := strconv.ParseInt(t.s, t.base, t.bit)
		fmt.Println(n, err)
	}
	for _, s := range []string{"0", "18446744073709551615", "18446744073709551616", "-1", "+1"} {
		n, err := strconv.ParseUint(s, 10, 64)
		fmt.Println(n, err)
	}
	for _, s := range []string{"1", "1.5", "-0", "1e10", "1e400", "-1e400", "1e-400", "inf", "+Inf", "-infinity", "nan", "NaN", "0x1p-2", "1_0.5", ".5", "5.", ".", "", "1e", "1x", "0.1", "123456789.123456789", "4.9e-324", "2.4e-324", "1.7976931348623159e308"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err2 := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, g, err2)
	}
	for _, s := range []string{"true", "T", "1", "TRUE", "True", "false", "f", "0", "tRUE", "yes", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	for _, s := range []string{`"abc"`, "`raw\\n`", `'x'`, `"\u00e9\x41\101\n"`, `"bad`, `abc`, `""`, `'ab'`, `"\q"`, `"a"b`, `'\''`} {
		u, err := strconv.Unquote(s)
		fmt.Printf("%q %v\n", u, err)
	}
	_, err := strconv.Atoi("zz")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err, errors.Is(err, strconv.ErrSyntax), errors.Is(err, strconv.ErrRange))
}

// Output:
// 0 <nil>
// -1 <nil>
// 5 <nil>
// 123 <nil>
// 9223372036854775807 <nil>
// 9223372036854775807 strconv.Atoi: parsing "9223372036854775808": value out of range
// -9223372036854775808 strconv.Atoi: parsing "-9223372036854775809": value out of range
// 0 strconv.Atoi: parsing "": invalid syntax
// 0 strconv.Atoi: parsing "-": invalid syntax
// 0 strconv.Atoi: parsing "1_000": invalid syntax
// 0 strconv.Atoi: parsing "0x10": invalid syntax
// 0 strconv.Atoi: parsing "12a": invalid syntax
// 0 strconv.Atoi: parsing " 1": invalid syntax
// 0 strconv.Atoi: parsing "1.5": invalid syntax
// 255 <nil>
// 255 <nil>
// 5 <nil>
// 15 <nil>
// 15 <nil>
// 1000 <nil>
// 127 strconv.ParseInt: parsing "128": value out of range
// -128 strconv.ParseInt: parsing "-129": value out of range
// 1295 <nil>
// 0 strconv.ParseInt: parsing "2": invalid syntax
// 0 strconv.ParseInt: parsing "1": invalid base 1
// 0 strconv.ParseInt: parsing "1": invalid base 37
// 0 strconv.ParseInt: parsing "1": invalid bit size 65
// -9223372036854775808 <nil>
// 0 strconv.ParseInt: parsing "_1": invalid syntax
// 0 strconv.ParseInt: parsing "0x": invalid syntax
// 0 <nil>
// 18446744073709551615 <nil>
// 18446744073709551615 strconv.ParseUint: parsing "18446744073709551616": value out of range
// 0 strconv.ParseUint: parsing "-1": invalid syntax
// 0 strconv.ParseUint: parsing "+1": invalid syntax
// 1 <nil> 1 <nil>
// 1.5 <nil> 1.5 <nil>
// -0 <nil> -0 <nil>
// 1e+10 <nil> 1e+10 <nil>
// +Inf strconv.ParseFloat: parsing "1e400": value out of range +Inf strconv.ParseFloat: parsing "1e400": value out of range
// -Inf strconv.ParseFloat: parsing "-1e400": value out of range -Inf strconv.ParseFloat: parsing "-1e400": value out of range
// 0 <nil> 0 <nil>
// +Inf <nil> +Inf <nil>
// +Inf <nil> +Inf <nil>
// -Inf <nil> -Inf <nil>
// NaN <nil> NaN <nil>
// NaN <nil> NaN <nil>
// 0.25 <nil> 0.25 <nil>
// 10.5 <nil> 10.5 <nil>
// 0.5 <nil> 0.5 <nil>
// 5 <nil> 5 <nil>
// 0 strconv.ParseFloat: parsing ".": invalid syntax 0 strconv.ParseFloat: parsing ".": invalid syntax
// 0 strconv.ParseFloat: parsing "": invalid syntax 0 strconv.ParseFloat: parsing "": invalid syntax
// 0 strconv.ParseFloat: parsing "1e": invalid syntax 0 strconv.ParseFloat: parsing "1e": invalid syntax
// 0 strconv.ParseFloat: parsing "1x": invalid syntax 0 strconv.ParseFloat: parsing "1x": invalid syntax
// 0.1 <nil> 0.10000000149011612 <nil>
// 1.2345678912345679e+08 <nil> 1.23456792e+08 <nil>
// 5e-324 <nil> 0 <nil>
// 0 <nil> 0 <nil>
// +Inf strconv.ParseFloat: parsing "1.7976931348623159e308": value out of range +Inf strconv.ParseFloat: parsing "1.7976931348623159e308": value out of range
// true <nil>
// true <nil>
// true <nil>
// true <nil>
// true <nil>
// false <nil>
// false <nil>
// false <nil>
// false strconv.ParseBool: parsing "tRUE": invalid syntax
// false strconv.ParseBool: parsing "yes": invalid syntax
// false strconv.ParseBool: parsing "": invalid syntax
// "abc" <nil>
// "raw\\n" <nil>
// "x" <nil>
// "éAA\n" <nil>
// "" invalid syntax
// "" invalid syntax
// "" <nil>
// "" invalid syntax
// "" invalid syntax
// "" invalid syntax
// "'" <nil>
// true Atoi zz invalid syntax true false
