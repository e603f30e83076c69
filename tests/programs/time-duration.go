package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, time.Millisecond, 1500 * time.Millisecond, time.Second, 90 * time.Second,
		time.Hour + 30*time.Minute + 5*time.Second + 1, -time.Minute, 1<<63 - 1, -1 << 63, 100 * time.Microsecond} {
		fmt.Println(d, int64(d), d.Seconds(), d.Minutes(), d.Hours(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
		fmt.Println(d.Round(time.Second), d.Truncate(time.Minute), d.Abs())
	}
	for _, s := range []string{"1s", "1.5h", "-2m3s", "100ms", "1us", "1µs", "3ns", "0", "+5s", "1h2m3s4ms5us6ns", ".5s", "", "5", "x", "1q", "-", "1.s"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	n := 3
	fmt.Println(time.Duration(n)*time.Second, 2*time.Second/3, time.Second*2 == 2000*time.Millisecond)
	fmt.Printf("%v %d %s %T %.2f %5.1f|%10v|%-8v|\n", time.Second, time.Second, time.Minute, time.Hour, time.Minute.Seconds(), time.Hour.Minutes(), time.Second, time.Minute)
	fmt.Println(time.Duration(1.5 * float64(time.Second)))
	fmt.Println(time.January, time.December, time.Month(13), time.Sunday, time.Weekday(6), time.Weekday(9))
}

// Output:
// 0s 0 0 0 0 0 0 0
// 0s 0s 0s
// 1ns 1 1e-09 1.6666666666666667e-11 2.777777777777778e-13 0 0 1
// 0s 0s 1ns
// 999ns 999 9.99e-07 1.665e-08 2.775e-10 0 0 999
// 0s 0s 999ns
// 1µs 1000 1e-06 1.6666666666666667e-08 2.7777777777777777e-10 0 1 1000
// 0s 0s 1µs
// 1.5µs 1500 1.5e-06 2.5e-08 4.166666666666667e-10 0 1 1500
// 0s 0s 1.5µs
// 1ms 1000000 0.001 1.6666666666666667e-05 2.7777777777777776e-07 1 1000 1000000
// 0s 0s 1ms
// 1.5s 1500000000 1.5 0.025 0.0004166666666666667 1500 1500000 1500000000
// 2s 0s 1.5s
// 1s 1000000000 1 0.016666666666666666 0.0002777777777777778 1000 1000000 1000000000
// 1s 0s 1s
// 1m30s 90000000000 90 1.5 0.025 90000 90000000 90000000000
// 1m30s 1m0s 1m30s
// 1h30m5.000000001s 5405000000001 5405.000000001 90.08333333335 1.5013888888891667 5405000 5405000000 5405000000001
// 1h30m5s 1h30m0s 1h30m5.000000001s
// -1m0s -60000000000 -60 -1 -0.016666666666666666 -60000 -60000000 -60000000000
// -1m0s -1m0s 1m0s
// 2562047h47m16.854775807s 9223372036854775807 9.223372036854776e+09 1.5372286728091294e+08 2.5620477880152157e+06 9223372036854 9223372036854775 9223372036854775807
// 2562047h47m16.854775807s 2562047h47m0s 2562047h47m16.854775807s
// -2562047h47m16.854775808s -9223372036854775808 -9.223372036854776e+09 -1.5372286728091294e+08 -2.5620477880152157e+06 -9223372036854 -9223372036854775 -9223372036854775808
// -2562047h47m16.854775808s -2562047h47m0s 2562047h47m16.854775807s
// 100µs 100000 0.0001 1.6666666666666667e-06 2.7777777777777777e-08 0 100 100000
// 0s 0s 100µs
// 1s <nil>
// 1h30m0s <nil>
// -2m3s <nil>
// 100ms <nil>
// 1µs <nil>
// 1µs <nil>
// 3ns <nil>
// 0s <nil>
// 5s <nil>
// 1h2m3.004005006s <nil>
// 500ms <nil>
// 0s time: invalid duration ""
// 0s time: missing unit in duration "5"
// 0s time: invalid duration "x"
// 0s time: unknown unit "q" in duration "1q"
// 0s time: invalid duration "-"
// 1s <nil>
// 3s 666.666666ms true
// 1s 1000000000 1m0s time.Duration 60.00  60.0|        1s|1m0s    |
// 1.5s
// January December %!Month(13) Sunday Saturday %!Weekday(9)
