// SPDX-License-Identifier: MIT

package time

import "errors"

// ParseError says where a text does not fit its layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) +
			" as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

var errBad = errors.New("bad value for field")

// number reads one or two digits; exactly two if fixed.
func number(s string, fixed bool) (n int, rest string, err error) {
	if !isDigit(s, 0) {
		return 0, s, errBad
	}
	if !isDigit(s, 1) {
		if fixed {
			return 0, s, errBad
		}
		return int(s[0] - '0'), s[1:], nil
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], nil
}

// digits reads exactly n digits.
func digits(s string, n int) (v int, rest string, err error) {
	for i := 0; i < n; i++ {
		if !isDigit(s, i) {
			return 0, s, errBad
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, s[n:], nil
}

func equalFold(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

// lookup finds the name, whole or its first three letters, with which s begins.
func lookup(names string, count int, long bool, s string) (int, string, error) {
	for i := 0; i < count; i++ {
		n := name(names, i)
		if !long {
			n = n[:3]
		}
		if len(s) >= len(n) && equalFold(s[:len(n)], n) {
			return i, s[len(n):], nil
		}
	}
	return -1, s, errBad
}

// skip takes the layout's literal text from value; spaces may be more.
func skip(value, prefix string) (string, error) {
	for len(prefix) > 0 {
		if prefix[0] == ' ' {
			if len(value) > 0 && value[0] != ' ' {
				return value, errBad
			}
			for len(prefix) > 0 && prefix[0] == ' ' {
				prefix = prefix[1:]
			}
			for len(value) > 0 && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if len(value) == 0 || value[0] != prefix[0] {
			return value, errBad
		}
		prefix = prefix[1:]
		value = value[1:]
	}
	return value, nil
}

// fraction reads the digits of nanoseconds.
func fraction(s string) int {
	n, scale := 0, int(1e8)
	for i := 0; i < len(s); i++ {
		n += int(s[i]-'0') * scale
		scale /= 10
	}
	return n
}

func commaOrPeriod(b byte) bool { return b == '.' || b == ',' }

// signedLength is the length of the sign and the hours with which s begins, 0 if there are none or more than 23.
func signedLength(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n, hours := 1, 0
	for isDigit(s, n) && hours <= 23 {
		hours = 10*hours + int(s[n]-'0')
		n++
	}
	if n == 1 || hours > 23 {
		return 0
	}
	return n
}

// zoneLength is the length of the zone abbreviation with which s begins.
func zoneLength(s string) int {
	if len(s) < 3 {
		return 0
	}
	if hasPrefix(s, "ChST") || hasPrefix(s, "MeST") {
		return 4
	}
	if s[:3] == "GMT" {
		return 3 + signedLength(s[3:])
	}
	if s[0] == '+' || s[0] == '-' {
		return signedLength(s)
	}
	n := 0
	for n < len(s) && n < 6 && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch {
	case n == 5 && s[4] == 'T', n == 4 && (s[3] == 'T' || s[:4] == "WITA"), n == 3:
		return n
	}
	return 0
}

// parsed has what has been read.
type parsed struct {
	year, month, day, yearDay int
	hour, min, sec, nsec      int
	pm, am                    bool
	zone                      *Location
	offset                    int // -1: none
	zoneName                  string
}

// offset reads a numeric zone.
func (r *parsed) readOffset(p part, value string) (string, error) {
	switch p {
	case partISO8601, partISO8601Short, partISO8601Colon:
		if len(value) >= 1 && value[0] == 'Z' {
			r.zone = UTC
			return value[1:], nil
		}
	}
	if len(value) < 3 || value[0] != '+' && value[0] != '-' {
		return value, errBad
	}
	negative := value[0] == '-'
	rest := value[1:]
	h, rest, err := digits(rest, 2)
	m, s := 0, 0
	colon := false
	switch p {
	case partISO8601Colon, partNumColon, partISO8601ColonSeconds, partNumColonSeconds:
		colon = true
	}
	read := func() (v int) {
		if err != nil {
			return
		}
		if colon {
			if len(rest) == 0 || rest[0] != ':' {
				err = errBad
				return
			}
			rest = rest[1:]
		}
		v, rest, err = digits(rest, 2)
		return
	}
	if p != partNumShort && p != partISO8601Short {
		m = read()
	}
	switch p {
	case partISO8601Seconds, partNumSeconds, partISO8601ColonSeconds, partNumColonSeconds:
		s = read()
	}
	if err != nil || h > 24 || m > 60 || s > 60 {
		return value, errBad
	}
	r.offset = (h*60+m)*60 + s
	if negative {
		r.offset = -r.offset
	}
	return rest, nil
}

// read takes one element from value. outOfRange names a part that is too large.
func (r *parsed) read(p part, count int, value string, nextIsFraction bool) (rest string, outOfRange string, err error) {
	switch p {
	case partYear:
		r.year, rest, err = digits(value, 2)
		if err == nil {
			if r.year >= 69 {
				r.year += 1900
			} else {
				r.year += 2000
			}
		}
	case partLongYear:
		r.year, rest, err = digits(value, 4)
	case partMonth, partLongMonth:
		r.month, rest, err = lookup(monthNames, 12, p == partLongMonth, value)
		r.month++
	case partNumMonth, partZeroMonth:
		r.month, rest, err = number(value, p == partZeroMonth)
		if err == nil && (r.month <= 0 || 12 < r.month) {
			outOfRange = "month"
		}
	case partWeekday, partLongWeekday:
		_, rest, err = lookup(dayNames, 7, p == partLongWeekday, value)
	case partDay, partUnderDay, partZeroDay:
		if p == partUnderDay && len(value) > 0 && value[0] == ' ' {
			value = value[1:]
		}
		r.day, rest, err = number(value, p == partZeroDay)
	case partUnderYearDay, partZeroYearDay:
		for i := 0; i < 2; i++ {
			if p == partUnderYearDay && len(value) > 0 && value[0] == ' ' {
				value = value[1:]
				count++
			}
		}
		r.yearDay, rest, err = digits(value, 3-count)
	case partHour:
		r.hour, rest, err = number(value, false)
		if r.hour < 0 || 24 <= r.hour {
			outOfRange = "hour"
		}
	case partHour12, partZeroHour12:
		r.hour, rest, err = number(value, p == partZeroHour12)
		if r.hour < 0 || 12 < r.hour {
			outOfRange = "hour"
		}
	case partMinute, partZeroMinute:
		r.min, rest, err = number(value, p == partZeroMinute)
		if r.min < 0 || 60 <= r.min {
			outOfRange = "minute"
		}
	case partSecond, partZeroSecond:
		r.sec, rest, err = number(value, p == partZeroSecond)
		if err != nil {
			break
		}
		if r.sec < 0 || 60 <= r.sec {
			outOfRange = "second"
			break
		}
		// A fraction may follow though the layout has none.
		if len(rest) >= 2 && commaOrPeriod(rest[0]) && isDigit(rest, 1) && !nextIsFraction {
			n := 2
			for isDigit(rest, n) {
				n++
			}
			r.nsec = fraction(rest[1:n])
			rest = rest[n:]
		}
	case partPM, partpm:
		if len(value) < 2 {
			return value, "", errBad
		}
		rest = value[2:]
		switch value[:2] {
		case "PM", "pm":
			r.pm = true
			if (value[0] == 'P') != (p == partPM) {
				err = errBad
			}
		case "AM", "am":
			r.am = true
			if (value[0] == 'A') != (p == partPM) {
				err = errBad
			}
		default:
			err = errBad
		}
	case partZone:
		if hasPrefix(value, "UTC") {
			r.zone = UTC
			return value[3:], "", nil
		}
		n := zoneLength(value)
		if n == 0 {
			return value, "", errBad
		}
		r.zoneName, rest = value[:n], value[n:]
	case partFraction0:
		n := 1 + count
		if len(value) < n || !commaOrPeriod(value[0]) {
			return value, "", errBad
		}
		for i := 1; i < n; i++ {
			if !isDigit(value, i) {
				return value, "", errBad
			}
		}
		r.nsec, rest = fraction(value[1:n]), value[n:]
	case partFraction9:
		if len(value) < 2 || !commaOrPeriod(value[0]) || !isDigit(value, 1) {
			return value, "", nil
		}
		n := 1
		for n-1 < 9 && isDigit(value, n) {
			n++
		}
		r.nsec, rest = fraction(value[1:n]), value[n:]
	default:
		rest, err = r.readOffset(p, value)
	}
	return
}

func daysIn(m, year int) int {
	if m == 2 {
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 30 + (m+m>>3)&1
}

func (r *parsed) time(layout, original, value string, loc *Location) (Time, error) {
	fail := func(what string) (Time, error) {
		return Time{}, &ParseError{layout, original, "", value, ": " + what + " out of range"}
	}
	if r.pm && r.hour < 12 {
		r.hour += 12
	} else if r.am && r.hour == 12 {
		r.hour = 0
	}
	if r.yearDay >= 0 {
		leap := daysIn(2, r.year) - 28
		if r.yearDay < 1 || r.yearDay > 365+leap {
			return fail("day-of-year")
		}
		month, day := 1, r.yearDay
		for day > daysIn(month, r.year) {
			day -= daysIn(month, r.year)
			month++
		}
		if r.month >= 0 && r.month != month {
			return Time{}, &ParseError{layout, original, "", value, ": day-of-year does not match month"}
		}
		if r.day >= 0 && r.day != day {
			return Time{}, &ParseError{layout, original, "", value, ": day-of-year does not match day"}
		}
		r.month, r.day = month, day
	}
	if r.month < 0 {
		r.month = 1
	}
	if r.day < 0 {
		r.day = 1
	}
	if r.day < 1 || r.day > daysIn(r.month, r.year) {
		return fail("day")
	}
	if r.zone != nil {
		return Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, r.zone), nil
	}
	zone := loc
	if r.offset != -1 {
		zone = FixedZone(r.zoneName, r.offset)
		t := Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, zone)
		if name, offset, _ := loc.get().lookup(t.sec()); offset == r.offset && (r.zoneName == "" || r.zoneName == name) {
			zone = loc
		}
	} else if r.zoneName != "" {
		if l := loc.get(); r.zoneName == l.zone || l.summer != nil && r.zoneName == l.summer.zone {
			offset := l.offset
			if r.zoneName != l.zone {
				offset += 3600
			}
			t := Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, FixedZone(r.zoneName, offset))
			t.setLoc(loc)
			return t, nil
		} else {
			offset := 0
			if len(r.zoneName) > 3 && r.zoneName[:3] == "GMT" {
				for _, c := range r.zoneName[4:] {
					offset = offset*10 + int(c-'0')
				}
				offset *= 3600
				if r.zoneName[3] == '-' {
					offset = -offset
				}
			}
			// Only the name is known for sure: the time is taken as UTC, and shown in that zone.
			t := Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, UTC)
			t.setLoc(FixedZone(r.zoneName, offset))
			return t, nil
		}
	}
	return Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, zone), nil
}

func parse(layout, value string, defaultLocation, local *Location) (Time, error) {
	allLayout, allValue := layout, value
	r := parsed{month: -1, day: -1, yearDay: -1, offset: -1}
	for {
		prefix, p, count, suffix := nextPart(layout)
		element := layout[len(prefix) : len(layout)-len(suffix)]
		var err error
		value, err = skip(value, prefix)
		if err != nil {
			return Time{}, &ParseError{allLayout, allValue, prefix, value, ""}
		}
		if p == partNone {
			if len(value) != 0 {
				return Time{}, &ParseError{allLayout, allValue, "", value, ": extra text: " + quote(value)}
			}
			break
		}
		layout = suffix
		hold := value
		_, next, _, _ := nextPart(layout)
		var outOfRange string
		value, outOfRange, err = r.read(p, count, value, next == partFraction0 || next == partFraction9)
		if outOfRange != "" {
			return Time{}, &ParseError{allLayout, allValue, element, value, ": " + outOfRange + " out of range"}
		}
		if err != nil {
			return Time{}, &ParseError{allLayout, allValue, element, hold, ""}
		}
	}
	loc := defaultLocation
	if r.offset != -1 || r.zoneName != "" {
		loc = local
	}
	return r.time(allLayout, allValue, value, loc)
}

// Parse reads a time as the layout says; without a zone it is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation reads a time as the layout says; without a zone it is in loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}
