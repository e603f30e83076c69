// SPDX-License-Identifier: MIT

package time

// Zones by rules: what the IANA database says of the years since 1967 or so, for the zones that programs name. Offsets
// are minutes east of UTC; a rule says when summer time begins and ends.
const zoneTable = `
Africa/Cairo EET EEST 120 EG
Africa/Johannesburg SAST - 120 -
Africa/Lagos WAT - 60 -
Africa/Nairobi EAT - 180 -
America/Anchorage AKST AKDT -540 US
America/Argentina/Buenos_Aires -03 - -180 -
America/Bogota -05 - -300 -
America/Caracas -04 - -240 -
America/Chicago CST CDT -360 US
America/Denver MST MDT -420 US
America/Detroit EST EDT -300 US
America/Halifax AST ADT -240 US
America/Lima -05 - -300 -
America/Los_Angeles PST PDT -480 US
America/Mexico_City CST - -360 -
America/New_York EST EDT -300 US
America/Phoenix MST - -420 -
America/Sao_Paulo -03 - -180 -
America/St_Johns NST NDT -210 US
America/Toronto EST EDT -300 US
America/Vancouver PST PDT -480 US
Asia/Baghdad +03 - 180 -
Asia/Bangkok +07 - 420 -
Asia/Calcutta IST - 330 -
Asia/Colombo +0530 - 330 -
Asia/Dhaka +06 - 360 -
Asia/Dubai +04 - 240 -
Asia/Ho_Chi_Minh +07 - 420 -
Asia/Hong_Kong HKT - 480 -
Asia/Jakarta WIB - 420 -
Asia/Jerusalem IST IDT 120 IL
Asia/Kabul +0430 - 270 -
Asia/Karachi PKT - 300 -
Asia/Kathmandu +0545 - 345 -
Asia/Kolkata IST - 330 -
Asia/Kuala_Lumpur +08 - 480 -
Asia/Manila PST - 480 -
Asia/Riyadh +03 - 180 -
Asia/Seoul KST - 540 -
Asia/Shanghai CST - 480 -
Asia/Singapore +08 - 480 -
Asia/Taipei CST - 480 -
Asia/Tashkent +05 - 300 -
Asia/Tehran +0330 - 210 -
Asia/Tokyo JST - 540 -
Atlantic/Azores -01 +00 -60 EU
Atlantic/Reykjavik GMT - 0 -
Australia/Adelaide ACST ACDT 570 AU
Australia/Brisbane AEST - 600 -
Australia/Darwin ACST - 570 -
Australia/Melbourne AEST AEDT 600 AU
Australia/Perth AWST - 480 -
Australia/Sydney AEST AEDT 600 AU
CET CET CEST 60 EU
CST6CDT CST CDT -360 US
EET EET EEST 120 EU
EST EST - -300 -
EST5EDT EST EDT -300 US
Etc/GMT UTC - 0 -
Etc/UTC UTC - 0 -
Europe/Amsterdam CET CEST 60 EU
Europe/Athens EET EEST 120 EU
Europe/Belgrade CET CEST 60 EU
Europe/Berlin CET CEST 60 EU
Europe/Brussels CET CEST 60 EU
Europe/Bucharest EET EEST 120 EU
Europe/Budapest CET CEST 60 EU
Europe/Copenhagen CET CEST 60 EU
Europe/Dublin GMT IST 0 EU
Europe/Helsinki EET EEST 120 EU
Europe/Istanbul +03 - 180 -
Europe/Kiev EET EEST 120 EU
Europe/Kyiv EET EEST 120 EU
Europe/Lisbon WET WEST 0 EU
Europe/London GMT BST 0 EU
Europe/Luxembourg CET CEST 60 EU
Europe/Madrid CET CEST 60 EU
Europe/Minsk +03 - 180 -
Europe/Moscow MSK - 180 -
Europe/Oslo CET CEST 60 EU
Europe/Paris CET CEST 60 EU
Europe/Prague CET CEST 60 EU
Europe/Rome CET CEST 60 EU
Europe/Sofia EET EEST 120 EU
Europe/Stockholm CET CEST 60 EU
Europe/Vienna CET CEST 60 EU
Europe/Warsaw CET CEST 60 EU
Europe/Zurich CET CEST 60 EU
GMT GMT - 0 -
HST HST - -600 -
MET MET MEST 60 EU
MST MST - -420 -
MST7MDT MST MDT -420 US
PST8PDT PST PDT -480 US
Pacific/Auckland NZST NZDT 720 NZ
Pacific/Honolulu HST - -600 -
Singapore +08 - 480 -
US/Arizona MST - -420 -
US/Central CST CDT -360 US
US/Eastern EST EDT -300 US
US/Hawaii HST - -600 -
US/Mountain MST MDT -420 US
US/Pacific PST PDT -480 US
WET WET WEST 0 EU
Zulu UTC - 0 -
`

// day is the nth weekday of a month, 5 for the last one, at an hour: of standard time, or of UTC.
type day struct {
	month   Month
	nth     int
	weekday Weekday
	hour    int
}

// era is a rule that holds since a year.
type era struct {
	since      int
	start, end day
}

// summer is a zone's summer time.
type summer struct {
	zone string
	utc  bool // the rule's hours are UTC's
	eras []era
}

func summerRule(name string) ([]era, bool) {
	switch name {
	case "US":
		return []era{
			{1967, day{April, 5, Sunday, 2}, day{October, 5, Sunday, 1}},
			{1987, day{April, 1, Sunday, 2}, day{October, 5, Sunday, 1}},
			{2007, day{March, 2, Sunday, 2}, day{November, 1, Sunday, 1}},
		}, false
	case "EU":
		return []era{
			{1981, day{March, 5, Sunday, 1}, day{September, 5, Sunday, 1}},
			{1996, day{March, 5, Sunday, 1}, day{October, 5, Sunday, 1}},
		}, true
	case "AU":
		return []era{
			{1987, day{October, 5, Sunday, 2}, day{March, 5, Sunday, 2}},
			{2008, day{October, 1, Sunday, 2}, day{April, 1, Sunday, 2}},
		}, false
	case "NZ":
		return []era{
			{1990, day{October, 1, Sunday, 2}, day{March, 3, Sunday, 2}},
			{2008, day{September, 5, Sunday, 2}, day{April, 1, Sunday, 2}},
		}, false
	case "IL":
		return []era{{2013, day{March, 4, Friday, 2}, day{October, 5, Sunday, 1}}}, false
	case "EG":
		return []era{{2023, day{April, 5, Friday, 0}, day{October, 5, Thursday, 23}}}, false
	}
	return nil, false
}

// loadZone finds a zone in the table.
func loadZone(name string) *Location {
	rest := zoneTable
	for rest != "" {
		end := 0
		for rest[end] != '\n' {
			end++
		}
		line := rest[:end]
		rest = rest[end+1:]
		if len(line) <= len(name) || line[:len(name)] != name || line[len(name)] != ' ' {
			continue
		}
		var words [5]string
		k := 0
		for i := 0; i < len(line); i++ {
			if line[i] == ' ' {
				k++
			} else {
				words[k] += line[i : i+1]
			}
		}
		minutes, negative := 0, words[3][0] == '-'
		for i := 0; i < len(words[3]); i++ {
			if c := words[3][i]; c != '-' {
				minutes = minutes*10 + int(c-'0')
			}
		}
		if negative {
			minutes = -minutes
		}
		l := &Location{name: name, zone: words[1], offset: minutes * 60}
		if eras, utc := summerRule(words[4]); eras != nil {
			l.summer = &summer{words[2], utc, eras}
		}
		return l
	}
	return nil
}

// seconds gives a rule's instant in a year, since the year 1, as its own clock shows it.
func (d day) seconds(year int) int64 {
	first := daysFromCivil(int64(year), int(d.month), 1) - daysToYear1 // days since the year 1, a Monday
	weekday := Weekday((first%7 + 7 + 1) % 7)
	n := first + int64((d.weekday-weekday+7)%7)
	if d.nth < 5 {
		n += int64(7 * (d.nth - 1))
	} else {
		n += 21
		if int(n-first)+7 < daysIn(int(d.month), year) {
			n += 7
		}
	}
	return n*secondsPerDay + int64(d.hour)*3600
}

// changes gives when summer time begins and ends in a year; false: it has none.
func (l *Location) changes(year int) (start, end int64, ok bool) {
	var at *era
	for i := range l.summer.eras {
		if l.summer.eras[i].since <= year {
			at = &l.summer.eras[i]
		}
	}
	if at == nil {
		return 0, 0, false
	}
	start, end = at.start.seconds(year), at.end.seconds(year)
	if !l.summer.utc {
		start -= int64(l.offset)
		end -= int64(l.offset)
	}
	return start, end, true
}

// lookup gives what holds at an instant, in seconds since the year 1.
func (l *Location) lookup(sec int64) (zone string, offset int, dst bool) {
	if l.summer == nil {
		return l.zone, l.offset, false
	}
	t := Time{0, sec + int64(l.offset), nil}
	start, end, ok := l.changes(t.Year())
	if ok {
		if start < end {
			dst = start <= sec && sec < end
		} else {
			dst = sec < end || start <= sec
		}
	}
	if dst {
		return l.summer.zone, l.offset + 3600, true
	}
	return l.zone, l.offset, false
}

// bounds gives the changes around an instant; 0: there is none.
func (l *Location) bounds(sec int64) (before, after int64) {
	if l.summer == nil {
		return
	}
	t := Time{0, sec + int64(l.offset), nil}
	for year := t.Year() - 1; year <= t.Year()+1; year++ {
		a, b, ok := l.changes(year)
		if !ok {
			continue
		}
		if a > b {
			a, b = b, a
		}
		for _, x := range [2]int64{a, b} {
			if x <= sec {
				before = x
			} else if after == 0 {
				after = x
			}
		}
	}
	return
}
