// SPDX-License-Identifier: MIT

package time

// Duration is a span of time in nanoseconds.
type Duration int64

// The common durations.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

func durationString(d int64) string
func parseDuration(s string) (d int64, fault int)
func quote(s string) string

// String gives the duration as 1h2m3.5s.
func (d Duration) String() string { return durationString(int64(d)) }

// Nanoseconds gives the count of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds gives the count of whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds gives the count of whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds gives the seconds.
func (d Duration) Seconds() float64 {
	return float64(d/Second) + float64(d%Second)/1e9
}

// Minutes gives the minutes.
func (d Duration) Minutes() float64 {
	return float64(d/Minute) + float64(d%Minute)/(60*1e9)
}

// Hours gives the hours.
func (d Duration) Hours() float64 {
	return float64(d/Hour) + float64(d%Hour)/(60*60*1e9)
}

// Truncate rounds towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if uint64(r)+uint64(r) < uint64(m) {
			return d + r
		}
		if d1 := d - m + r; d1 < d {
			return d1
		}
		return minDuration
	}
	if uint64(r)+uint64(r) < uint64(m) {
		return d - r
	}
	if d1 := d + m - r; d1 > d {
		return d1
	}
	return maxDuration
}

// Abs gives the absolute value.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

type textError string

func (e textError) Error() string { return string(e) }

// ParseDuration reads a duration such as "1h15m30.918s".
func ParseDuration(s string) (Duration, error) {
	d, fault := parseDuration(s)
	switch fault {
	case 0:
		return Duration(d), nil
	case 1:
		return 0, textError("time: invalid duration " + quote(s))
	case 2:
		return 0, textError("time: missing unit in duration " + quote(s))
	}
	unit := s[fault>>32 : fault>>32+fault&0xffffffff]
	return 0, textError("time: unknown unit " + quote(unit) + " in duration " + quote(s))
}
