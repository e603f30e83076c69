package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2023, time.February, 28, 23, 59, 58, 123456789, time.UTC)
	fmt.Println(t)
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Weekday(), t.YearDay(), t.Unix(), t.UnixNano(), t.UnixMilli())
	u := t.Add(2 * time.Second)
	fmt.Println(u, u.Sub(t), t.Before(u), t.After(u), t.Equal(u), u.IsZero(), time.Time{}.IsZero())
	fmt.Println(t.AddDate(0, 0, 1), t.AddDate(0, 1, 1), t.AddDate(1, 0, 1))
	fmt.Println(t.Truncate(time.Hour), t.Round(time.Hour))
	fmt.Println(time.Unix(1e9, 5).UTC(), time.UnixMilli(1500).UTC(), time.Unix(0, 0).UTC().Weekday())
	for _, l := range []string{time.RFC3339, time.RFC3339Nano, time.RFC1123, time.ANSIC, time.Kitchen, "2006-01-02 15:04:05.000", "Jan _2 06 03:04PM Mon", "02/01/2006 .999"} {
		fmt.Println(t.Format(l))
	}
	p, err := time.Parse(time.RFC3339, "2024-02-29T12:30:45Z")
	fmt.Println(p, err, p.YearDay())
	_, err = time.Parse("2006-01-02", "2023-13-01")
	fmt.Println(err)
	d := time.Date(2024, 14, 35, 25, 61, 61, 0, time.UTC)
	fmt.Println(d, d.Month() == time.March)
	y, w := t.ISOWeek()
	fmt.Println(y, w, time.UTC, t.Location())
	fmt.Println(time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Equal(time.Time{}))
}

// Output:
// 2023-02-28 23:59:58.123456789 +0000 UTC
// 2023 February 28 23 59 58 123456789 Tuesday 59 1677628798 1677628798123456789 1677628798123
// 2023-03-01 00:00:00.123456789 +0000 UTC 2s true false false false true
// 2023-03-01 23:59:58.123456789 +0000 UTC 2023-03-29 23:59:58.123456789 +0000 UTC 2024-02-29 23:59:58.123456789 +0000 UTC
// 2023-02-28 23:00:00 +0000 UTC 2023-03-01 00:00:00 +0000 UTC
// 2001-09-09 01:46:40.000000005 +0000 UTC 1970-01-01 00:00:01.5 +0000 UTC Thursday
// 2023-02-28T23:59:58Z
// 2023-02-28T23:59:58.123456789Z
// Tue, 28 Feb 2023 23:59:58 UTC
// Tue Feb 28 23:59:58 2023
// 11:59PM
// 2023-02-28 23:59:58.123
// Feb 28 23 11:59PM Tue
// 28/02/2023 .123
// 2024-02-29 12:30:45 +0000 UTC <nil> 60
// parsing time "2023-13-01": month out of range
// 2025-03-08 02:02:01 +0000 UTC true
// 2023 9 UTC UTC
// true
