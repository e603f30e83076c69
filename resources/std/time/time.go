// SPDX-License-Identifier: MIT

// Package time has instants, durations, and timers on the machine's clock.
package time

func wallNow() (unix, mono int64)
func monoNow() int64

// Time is an instant. With the top bit of wall set, wall has 33 bits of seconds since 1885 and 30 of nanoseconds, and
// ext the monotonic clock; else wall has the nanoseconds and ext the seconds since the year 1.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location // nil: UTC
}

const (
	hasMonotonic = 1 << 63
	nsecMask     = 1<<30 - 1
	nsecShift    = 30

	secondsPerDay  = 86400
	unixToInternal = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay
	wallToInternal = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay
	minWall        = wallToInternal
	maxWall        = wallToInternal + (1<<33 - 1)
)

// Month is a month of the year; January is 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

const monthNames = "January  February March    April    May      June     July     August   SeptemberOctober  November December "
const dayNames = "Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday "

func name(names string, i int) string {
	s := names[9*i : 9*i+9]
	for s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

func itoa(i int) string {
	if i < 0 {
		return "-" + utoa(uint64(-i), 0)
	}
	return utoa(uint64(i), 0)
}

// utoa gives at least width digits.
func utoa(u uint64, width int) string {
	var b [20]byte
	i := len(b)
	for u > 0 || width > 0 || i == len(b) {
		i--
		b[i] = byte('0' + u%10)
		u /= 10
		width--
	}
	return string(b[i:])
}

// String gives the English name.
func (m Month) String() string {
	if January <= m && m <= December {
		return name(monthNames, int(m-1))
	}
	return "%!Month(" + itoa(int(m)) + ")"
}

// Weekday is a day of the week; Sunday is 0.
type Weekday int

// The days of the week.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

// String gives the English name.
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return name(dayNames, int(d))
	}
	return "%!Weekday(" + itoa(int(d)) + ")"
}

// ---- zones ----

// Location is a time zone.
type Location struct {
	name   string
	zone   string // of standard time
	offset int
	summer *summer // null: one offset
}

var utcLoc = Location{"UTC", "UTC", 0, nil}
var localLoc = Location{"Local", "UTC", 0, nil}

// UTC is universal time, and Local the machine's zone, which is UTC too.
var (
	UTC   *Location = &utcLoc
	Local *Location = &localLoc
)

func (l *Location) get() *Location {
	if l == nil {
		return &utcLoc
	}
	return l
}

// String gives the zone's name.
func (l *Location) String() string { return l.get().name }

// FixedZone makes a zone of an offset in seconds east of UTC.
func FixedZone(name string, offset int) *Location { return &Location{name, name, offset, nil} }

// LoadLocation gives a zone by its name.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if l := loadZone(name); l != nil {
		return l, nil
	}
	return nil, textError("unknown time zone " + name)
}

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLoc {
		loc = nil
	}
	t.loc = loc
}

// ---- making ----

// Now gives the instant, with the monotonic clock.
func Now() Time {
	unix, mono := wallNow()
	sec, nsec := unix/1e9, unix%1e9
	sec += unixToInternal - minWall
	if uint64(sec)>>33 != 0 {
		return Time{uint64(nsec), sec + minWall, Local}
	}
	return Time{hasMonotonic | uint64(sec)<<nsecShift | uint64(nsec), mono + 1, Local}
}

func make1(sec int64, nsec int32, loc *Location) Time {
	t := Time{uint64(nsec), sec, nil}
	t.setLoc(loc)
	return t
}

// Unix gives the instant sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return make1(sec+unixToInternal, int32(nsec), Local)
}

// UnixMilli gives the instant msec milliseconds after 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }

// UnixMicro gives the instant usec microseconds after 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

// daysBefore counts the days from the first of March of the year 0 to a date, months counted from March.
func daysFromCivil(year int64, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := int64((153*(month-3)+2)/5 + day - 1)
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
}

func civilFromDays(days int64) (year int, month Month, day int) {
	era := floorDiv(days, 146097)
	d := days - era*146097
	y := (d - d/1460 + d/36524 - d/146096) / 365
	dayOfYear := d - (365*y + y/4 - y/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	month = Month(m + 3)
	if month > 12 {
		month -= 12
		y++
	}
	return int(y + era*400), month, day
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// The days from the first of March of the year 0 to the first of January of the year 1.
const daysToYear1 = 306

func norm(hi, lo, base int) (nhi, nlo int) {
	q := int(floorDiv(int64(lo), int64(base)))
	return hi + q, lo - q*base
}

// Date gives the instant of a date and time in a zone; values out of their range carry over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = norm(year, m, 12)
	sec, nsec = norm(sec, nsec, 1e9)
	min, sec = norm(min, sec, 60)
	hour, min = norm(hour, min, 60)
	day, hour = norm(day, hour, 24)
	days := daysFromCivil(int64(year), m+1, 1) - daysToYear1 + int64(day-1)
	s := days*secondsPerDay + int64(hour*3600+min*60+sec)
	_, offset, _ := loc.get().lookup(s)
	_, offset, _ = loc.get().lookup(s - int64(offset))
	return make1(s-int64(offset), int32(nsec), loc)
}

// ---- parts ----

func (t *Time) nsec() int32 { return int32(t.wall & nsecMask) }

// sec is the seconds since the year 1.
func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return wallToInternal + int64(t.wall<<1>>(nsecShift+1))
	}
	return t.ext
}

func (t *Time) unixSec() int64 { return t.sec() - unixToInternal }

// local is the seconds since the year 1 as the zone's clocks show them.
func (t *Time) local() int64 {
	l := t.loc.get()
	if l.summer == nil {
		return t.sec() + int64(l.offset)
	}
	_, offset, _ := l.lookup(t.sec())
	return t.sec() + int64(offset)
}

func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

func (t *Time) addSec(d int64) {
	if t.wall&hasMonotonic != 0 {
		sec := int64(t.wall << 1 >> (nsecShift + 1))
		dsec := sec + d
		if 0 <= dsec && dsec <= 1<<33-1 {
			t.wall = t.wall&nsecMask | uint64(dsec)<<nsecShift | hasMonotonic
			return
		}
		t.stripMono()
	}
	sum := t.ext + d
	if (sum > t.ext) == (d > 0) {
		t.ext = sum
	} else if d > 0 {
		t.ext = 1<<63 - 1
	} else {
		t.ext = -(1<<63 - 1)
	}
}

// IsZero tells whether t is the first of January of the year 1.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// Date gives year, month and day.
func (t Time) Date() (year int, month Month, day int) {
	return civilFromDays(floorDiv(t.local(), secondsPerDay) + daysToYear1)
}

// Year gives the year.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month gives the month.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day gives the day of the month.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// Weekday gives the day of the week.
func (t Time) Weekday() Weekday {
	d := floorDiv(t.local(), secondsPerDay) + 1 // the first day was a Monday
	return Weekday(d - floorDiv(d, 7)*7)
}

// YearDay gives the day of the year, from 1.
func (t Time) YearDay() int {
	year, month, day := t.Date()
	return int(daysFromCivil(int64(year), int(month), day)-daysFromCivil(int64(year), 1, 1)) + 1
}

// ISOWeek gives the ISO 8601 year and week.
func (t Time) ISOWeek() (year, week int) {
	thursday := t.AddDate(0, 0, 3-int(t.Weekday()+6)%7)
	return thursday.Year(), (thursday.YearDay()-1)/7 + 1
}

// Clock gives hour, minute and second.
func (t Time) Clock() (hour, min, sec int) {
	s := t.local()
	s -= floorDiv(s, secondsPerDay) * secondsPerDay
	return int(s / 3600), int(s / 60 % 60), int(s % 60)
}

// Hour gives the hour.
func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

// Minute gives the minute.
func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}

// Second gives the second.
func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}

// Nanosecond gives the nanoseconds within the second.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// Unix gives the seconds since 1970.
func (t Time) Unix() int64 { return t.unixSec() }

// UnixMilli gives the milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }

// UnixMicro gives the microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }

// UnixNano gives the nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.unixSec()*1e9 + int64(t.nsec()) }

// UTC gives t in universal time.
func (t Time) UTC() Time {
	t.stripMonoLoc(&utcLoc)
	return t
}

// Local gives t in the machine's zone.
func (t Time) Local() Time {
	t.stripMonoLoc(Local)
	return t
}

func (t *Time) stripMonoLoc(loc *Location) { t.setLoc(loc) }

// In gives t in a zone.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

// Location gives the zone.
func (t Time) Location() *Location { return t.loc.get() }

// Zone gives the zone's abbreviation and offset in seconds east of UTC.
func (t Time) Zone() (name string, offset int) {
	name, offset, _ = t.loc.get().lookup(t.sec())
	return
}

// ZoneBounds gives when the offset changed last, and when it will next; the zero Time if it does not.
func (t Time) ZoneBounds() (start, end Time) {
	before, after := t.loc.get().bounds(t.sec())
	if before != 0 {
		start = make1(before, 0, t.loc)
	}
	if after != 0 {
		end = make1(after, 0, t.loc)
	}
	return
}

// IsDST tells whether it is summer time.
func (t Time) IsDST() bool {
	_, _, dst := t.loc.get().lookup(t.sec())
	return dst
}

// ---- comparing and reckoning ----

// After tells whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before tells whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal tells whether both are the same instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare gives -1, 0 or +1.
func (t Time) Compare(u Time) int {
	if t.wall&u.wall&hasMonotonic != 0 {
		return compare(t.ext, u.ext)
	}
	if c := compare(t.sec(), u.sec()); c != 0 {
		return c
	}
	return compare(int64(t.nsec()), int64(u.nsec()))
}

func compare(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// Add gives t + d.
func (t Time) Add(d Duration) Time {
	dsec := int64(d / 1e9)
	nsec := t.nsec() + int32(d%1e9)
	if nsec >= 1e9 {
		dsec++
		nsec -= 1e9
	} else if nsec < 0 {
		dsec--
		nsec += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(nsec)
	t.addSec(dsec)
	if t.wall&hasMonotonic != 0 {
		te := t.ext + int64(d)
		if d < 0 && te > t.ext || d > 0 && te < t.ext {
			t.stripMono()
		} else {
			t.ext = te
		}
	}
	return t
}

// Sub gives t - u, or the least or greatest duration if that is too far.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		d := Duration(t.ext - u.ext)
		if d < 0 && t.ext > u.ext {
			return maxDuration
		}
		if d > 0 && t.ext < u.ext {
			return minDuration
		}
		return d
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Since gives the time passed since t.
func Since(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return Duration(monoNow() + 1 - t.ext)
	}
	return Now().Sub(t)
}

// Until gives the time until t.
func Until(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return Duration(t.ext - (monoNow() + 1))
	}
	return t.Sub(Now())
}

// AddDate adds years, months and days; days that the month has not carry over.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

// sinceYear1 gives t mod d for d > 0, counted from the year 1.
func (t Time) mod(d Duration) Duration {
	sec, nsec := t.sec(), int64(t.nsec())
	// (sec*1e9 + nsec) mod d, without overflow: by multiplication modulo d, bit by bit.
	neg := sec < 0
	if neg {
		sec = -sec
		if nsec > 0 {
			sec--
			nsec = 1e9 - nsec
		}
	}
	m := uint64(d)
	r := uint64(0)
	base := uint64(1e9) % m
	for s := uint64(sec) % m; s > 0; s >>= 1 {
		if s&1 != 0 {
			r = (r + base) % m
		}
		base = base * 2 % m
	}
	r = (r + uint64(nsec)%m) % m
	if neg && r != 0 {
		r = m - r
	}
	return Duration(r)
}

// Truncate rounds t down to a multiple of d since the year 1.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-t.mod(d))
}

// Round rounds t to the nearest multiple of d since the year 1, halves up.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := t.mod(d)
	if r+r < d {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// AppendBinary appends the time: version 1, seconds, nanoseconds, offset in minutes.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	minutes := -1 // UTC
	version := byte(1)
	var seconds byte
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			version, seconds = 2, byte(offset%60)
		}
		if minutes = offset / 60; minutes < -32768 || minutes == -1 || minutes > 32767 {
			return b, textError("Time.MarshalBinary: unexpected zone offset")
		}
	}
	sec, nsec := t.sec(), t.nsec()
	b = append(b, version)
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(sec>>shift))
	}
	b = append(b, byte(nsec>>24), byte(nsec>>16), byte(nsec>>8), byte(nsec), byte(minutes>>8), byte(minutes))
	if version == 2 {
		b = append(b, seconds)
	}
	return b, nil
}

// MarshalBinary writes the time.
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(nil) }

// UnmarshalBinary reads what MarshalBinary has written.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return textError("Time.UnmarshalBinary: no data")
	}
	if data[0] != 1 && data[0] != 2 {
		return textError("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != 14+int(data[0]) {
		return textError("Time.UnmarshalBinary: invalid length")
	}
	var sec int64
	for _, c := range data[1:9] {
		sec = sec<<8 | int64(c)
	}
	nsec := int32(data[9])<<24 | int32(data[10])<<16 | int32(data[11])<<8 | int32(data[12])
	minutes := int16(data[13])<<8 | int16(data[14])
	*t = make1(sec, nsec, UTC)
	if minutes == -1 {
		return nil
	}
	offset := int(minutes) * 60
	if data[0] == 2 {
		offset += int(data[15])
	}
	if _, local := t.In(Local).Zone(); local == offset {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode writes the time.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode reads it.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
