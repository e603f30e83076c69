// Zones in parsed times: abbreviations, signed hours, what is no zone; formats of floats that do not exist.
package main

import (
	"fmt"
	"math"
	"strconv"
	"time"
)

func main() {
	for _, c := range [][2]string{
		{"15:04 MST", "12:00 CEST"}, {"15:04 MST", "12:00 -03"}, {"15:04 MST", "12:00 +0300"}, {"15:04 MST", "12:00 GMT+3"},
		{"15:04 MST", "12:00 GMT-30"}, {"15:04 MST", "12:00 ChST"}, {"15:04 MST", "12:00 abc"}, {"15:04 MST", "12:00 X"},
		{"15:04 Z07:00", "12:00 Z"}, {"15:04 Z0700", "12:00 Z"}, {"15:04 Z07", "12:00 +05"}, {"15:04 -07:00", "12:00 Z"},
		{"15:04 Z07:00:00", "12:00 +01:02:03"},
		{"15:04 -0700", "12:00 +0530"}, {"15:04 -07:00:00", "12:00 -01:02:03"}, {"15:04 WITA", "12:00 WITA"},
	} {
		t, err := time.Parse(c[0], c[1])
		fmt.Println(t, err)
	}
	for _, f := range []byte("beEfgGxXFaz%") {
		fmt.Println(strconv.FormatFloat(1.25, f, 3, 64), strconv.FormatFloat(math.Inf(1), f, -1, 64),
			strconv.FormatFloat(math.NaN(), f, 2, 32))
	}
}

// Output:
// 0000-01-01 12:00:00 +0000 CEST <nil>
// 0000-01-01 12:00:00 +0000 -03 <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "12:00 +0300" as "15:04 MST": cannot parse "+0300" as "MST"
// 0000-01-01 15:00:00 +0300 GMT+3 <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "12:00 GMT-30": extra text: "-30"
// 0000-01-01 12:00:00 +0000 ChST <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "12:00 abc" as "15:04 MST": cannot parse "abc" as "MST"
// 0001-01-01 00:00:00 +0000 UTC parsing time "12:00 X" as "15:04 MST": cannot parse "X" as "MST"
// 0000-01-01 12:00:00 +0000 UTC <nil>
// 0000-01-01 12:00:00 +0000 UTC <nil>
// 0000-01-01 12:00:00 +0500 +0500 <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "12:00 Z" as "15:04 -07:00": cannot parse "Z" as "-07:00"
// 0000-01-01 12:00:00 +0102 +0102 <nil>
// 0000-01-01 12:00:00 +0530 +0530 <nil>
// 0000-01-01 12:00:00 -0102 -0102 <nil>
// 0000-01-01 12:00:00 +0000 UTC <nil>
// 5629499534213120p-52 +Inf NaN
// 1.250e+00 +Inf NaN
// 1.250E+00 +Inf NaN
// 1.250 +Inf NaN
// 1.25 +Inf NaN
// 1.25 +Inf NaN
// 0x1.400p+00 +Inf NaN
// 0X1.400P+00 +Inf NaN
// %F +Inf NaN
// %a +Inf NaN
// %z +Inf NaN
// %% +Inf NaN
