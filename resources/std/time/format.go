// SPDX-License-Identifier: MIT

package time

import "errors"

// The usual layouts.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// part is an element of a layout.
type part int

const (
	partNone part = iota
	partLongMonth
	partMonth
	partNumMonth
	partZeroMonth
	partLongWeekday
	partWeekday
	partDay
	partUnderDay
	partZeroDay
	partUnderYearDay
	partZeroYearDay
	partHour
	partHour12
	partZeroHour12
	partMinute
	partZeroMinute
	partSecond
	partZeroSecond
	partLongYear
	partYear
	partPM
	partpm
	partZone
	partISO8601
	partISO8601Seconds
	partISO8601Short
	partISO8601Colon
	partISO8601ColonSeconds
	partNum
	partNumSeconds
	partNumShort
	partNumColon
	partNumColonSeconds
	partFraction0
	partFraction9
)

// The elements by their texts; of two that fit, the earlier one is meant.
var partTexts = [...]struct {
	text string
	part part
}{
	{"January", partLongMonth}, {"Jan", partMonth},
	{"Monday", partLongWeekday}, {"Mon", partWeekday}, {"MST", partZone},
	{"002", partZeroYearDay}, {"01", partZeroMonth}, {"02", partZeroDay}, {"03", partZeroHour12},
	{"04", partZeroMinute}, {"05", partZeroSecond}, {"06", partYear},
	{"15", partHour}, {"1", partNumMonth},
	{"2006", partLongYear}, {"2", partDay}, {"3", partHour12}, {"4", partMinute}, {"5", partSecond},
	{"__2", partUnderYearDay}, {"_2", partUnderDay},
	{"PM", partPM}, {"pm", partpm},
	{"-07:00:00", partNumColonSeconds}, {"-070000", partNumSeconds}, {"-07:00", partNumColon}, {"-0700", partNum}, {"-07", partNumShort},
	{"Z07:00:00", partISO8601ColonSeconds}, {"Z070000", partISO8601Seconds}, {"Z07:00", partISO8601Colon}, {"Z0700", partISO8601}, {"Z07", partISO8601Short},
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// nextPart finds the first element of a layout; digits counts a fraction's.
func nextPart(layout string) (prefix string, p part, digits int, suffix string) {
	for i := 0; i < len(layout); i++ {
		c := layout[i]
		switch {
		case c == '.' || c == ',':
			if i+1 >= len(layout) || layout[i+1] != '0' && layout[i+1] != '9' {
				continue
			}
			j := i + 1
			for j < len(layout) && layout[j] == layout[i+1] {
				j++
			}
			if isDigit(layout, j) {
				continue
			}
			p = partFraction0
			if layout[i+1] == '9' {
				p = partFraction9
			}
			return layout[:i], p, j - i - 1, layout[j:]
		case c == '_' && hasPrefix(layout[i:], "_2006"):
			return layout[:i+1], partLongYear, 0, layout[i+5:]
		case c == 'J' || c == 'M' || c == '0' || c == '1' || c == '2' || c == '3' || c == '4' || c == '5' ||
			c == '_' || c == 'P' || c == 'p' || c == '-' || c == 'Z':
			for k := range partTexts {
				t := &partTexts[k]
				if !hasPrefix(layout[i:], t.text) {
					continue
				}
				if t.part == partMonth || t.part == partWeekday {
					if j := i + 3; j < len(layout) && 'a' <= layout[j] && layout[j] <= 'z' {
						continue // the beginning of some other word
					}
				}
				return layout[:i], t.part, 0, layout[i+len(t.text):]
			}
		}
	}
	return layout, partNone, 0, ""
}

func appendInt(b []byte, x int, width int) []byte {
	if x < 0 {
		b = append(b, '-')
		x = -x
	}
	return append(b, utoa(uint64(x), width)...)
}

func appendPadded(b []byte, x, width int) []byte {
	s := itoa(x)
	for i := len(s); i < width; i++ {
		b = append(b, ' ')
	}
	return append(b, s...)
}

func appendFraction(b []byte, nsec, digits int, separator byte, trim bool) []byte {
	s := utoa(uint64(nsec), 9)
	if digits < 9 {
		s = s[:digits]
	}
	if trim {
		for len(s) > 0 && s[len(s)-1] == '0' {
			s = s[:len(s)-1]
		}
		if s == "" {
			return b
		}
	}
	b = append(b, separator)
	b = append(b, s...)
	for i := 9; i < digits && !trim; i++ {
		b = append(b, '0')
	}
	return b
}

func appendOffset(b []byte, p part, offset int) []byte {
	switch p {
	case partISO8601, partISO8601Colon, partISO8601Seconds, partISO8601Short, partISO8601ColonSeconds:
		if offset == 0 {
			return append(b, 'Z')
		}
	}
	zone := offset / 60
	abs := offset
	if zone < 0 || offset < 0 {
		b = append(b, '-')
		zone = -zone
		abs = -abs
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, zone/60, 2)
	colon := p == partISO8601Colon || p == partNumColon || p == partISO8601ColonSeconds || p == partNumColonSeconds
	if colon {
		b = append(b, ':')
	}
	if p != partNumShort && p != partISO8601Short {
		b = appendInt(b, zone%60, 2)
	}
	switch p {
	case partISO8601ColonSeconds, partNumColonSeconds:
		b = append(b, ':')
		b = appendInt(b, abs%60, 2)
	case partISO8601Seconds, partNumSeconds:
		b = appendInt(b, abs%60, 2)
	}
	return b
}

// Format gives t as the layout shows the second of January 2006, 15:04:05 MST.
func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

// AppendFormat writes t behind b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	zone, offset := t.Zone()
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	for layout != "" {
		prefix, p, digits, suffix := nextPart(layout)
		b = append(b, prefix...)
		if p == partNone {
			break
		}
		separator := byte('.')
		if at := len(prefix); at < len(layout) {
			separator = layout[at]
		}
		layout = suffix
		switch p {
		case partYear:
			y := year
			if y < 0 {
				y = -y
			}
			b = appendInt(b, y%100, 2)
		case partLongYear:
			b = appendInt(b, year, 4)
		case partMonth:
			b = append(b, month.String()[:3]...)
		case partLongMonth:
			b = append(b, month.String()...)
		case partNumMonth:
			b = appendInt(b, int(month), 0)
		case partZeroMonth:
			b = appendInt(b, int(month), 2)
		case partWeekday:
			b = append(b, t.Weekday().String()[:3]...)
		case partLongWeekday:
			b = append(b, t.Weekday().String()...)
		case partDay:
			b = appendInt(b, day, 0)
		case partUnderDay:
			b = appendPadded(b, day, 2)
		case partZeroDay:
			b = appendInt(b, day, 2)
		case partUnderYearDay:
			b = appendPadded(b, t.YearDay(), 3)
		case partZeroYearDay:
			b = appendInt(b, t.YearDay(), 3)
		case partHour:
			b = appendInt(b, hour, 2)
		case partHour12, partZeroHour12:
			h := hour % 12
			if h == 0 {
				h = 12
			}
			width := 0
			if p == partZeroHour12 {
				width = 2
			}
			b = appendInt(b, h, width)
		case partMinute:
			b = appendInt(b, min, 0)
		case partZeroMinute:
			b = appendInt(b, min, 2)
		case partSecond:
			b = appendInt(b, sec, 0)
		case partZeroSecond:
			b = appendInt(b, sec, 2)
		case partPM, partpm:
			s := "AM"
			if hour >= 12 {
				s = "PM"
			}
			if p == partpm {
				s = string([]byte{s[0] + 32, 'm'})
			}
			b = append(b, s...)
		case partZone:
			if zone != "" {
				b = append(b, zone...)
			} else {
				b = appendZoneNumber(b, offset)
			}
		case partFraction0, partFraction9:
			b = appendFraction(b, int(t.nsec()), digits, separator, p == partFraction9)
		default:
			b = appendOffset(b, p, offset)
		}
	}
	return b
}

func appendZoneNumber(b []byte, offset int) []byte {
	zone := offset / 60
	if zone < 0 {
		b = append(b, '-')
		zone = -zone
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, zone/60, 2)
	return appendInt(b, zone%60, 2)
}

// String gives t for people, with the monotonic clock if it has one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		m := t.ext
		sign := "+"
		if m < 0 {
			sign = "-"
			m = -m
		}
		s += " m=" + sign + itoa(int(m/1e9)) + "." + utoa(uint64(m%1e9), 9)
	}
	return s
}

// GoString gives t as Go source.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	loc := "time.Location(" + quote(t.Location().name) + ")"
	switch t.Location() {
	case UTC:
		loc = "time.UTC"
	case Local:
		loc = "time.Local"
	}
	s := "time.Date(" + itoa(year) + ", time." + month.String()
	for _, n := range [...]int{day, hour, min, sec, int(t.nsec())} {
		s += ", " + itoa(n)
	}
	return s + ", " + loc + ")"
}

// MarshalText gives t in RFC 3339.
func (t Time) MarshalText() ([]byte, error) {
	if y := t.Year(); y < 0 || y >= 10000 {
		return nil, errors.New("Time.MarshalText: year outside of range [0,9999]")
	}
	return t.AppendFormat(nil, RFC3339Nano), nil
}

// MarshalJSON gives t in RFC 3339, quoted.
func (t Time) MarshalJSON() ([]byte, error) {
	if y := t.Year(); y < 0 || y >= 10000 {
		return nil, errors.New("Time.MarshalJSON: year outside of range [0,9999]")
	}
	return append(t.AppendFormat([]byte{'"'}, RFC3339Nano), '"'), nil
}

// UnmarshalText reads RFC 3339.
func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = Parse(RFC3339, string(data))
	return err
}

// UnmarshalJSON reads RFC 3339 in quotes.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}
