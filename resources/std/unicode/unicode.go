// SPDX-License-Identifier: MIT

// Package unicode tells what runes are.
package unicode

// Limits of runes.
const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Cases of To and of CaseRange.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower marks alternating cases in a CaseRange.
const UpperLower = MaxRune + 1

// RangeTable is a set of runes: one of the machine's tables by number, or a program's own ranges.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
	number      int
}

// Range16 is every Stride'th rune from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is every Stride'th rune from Lo to Hi.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// CaseRange says how the runes from Lo to Hi change case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta [MaxCase]rune
}

// SpecialCase has the case rules of a language.
type SpecialCase []CaseRange

func isIn(r rune, table int) bool

// IsPrint tells whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool

// IsGraphic tells whether r is printed, or is a space.
func IsGraphic(r rune) bool

// IsSpace tells whether r is white space.
func IsSpace(r rune) bool

// ToUpper gives r in upper case.
func ToUpper(r rune) rune

// ToLower gives r in lower case.
func ToLower(r rune) rune

// ToTitle gives r in title case.
func ToTitle(r rune) rune

// SimpleFold gives the next of the runes that equal r but for case.
func SimpleFold(r rune) rune

// Is tells whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if rangeTab.number != 0 {
		return isIn(r, rangeTab.number)
	}
	for _, e := range rangeTab.R16 {
		if rune(e.Lo) <= r && r <= rune(e.Hi) {
			return e.Stride == 1 || (r-rune(e.Lo))%rune(e.Stride) == 0
		}
	}
	for _, e := range rangeTab.R32 {
		if rune(e.Lo) <= r && r <= rune(e.Hi) {
			return e.Stride == 1 || (r-rune(e.Lo))%rune(e.Stride) == 0
		}
	}
	return false
}

// In tells whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf tells whether r is in one of the tables.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// The sets that IsGraphic and IsPrint take.
var (
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
)

// IsUpper tells whether r is an upper case letter.
func IsUpper(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'A' <= r && r <= 'Z'
	}
	return Is(Lu, r)
}

// IsLower tells whether r is a lower case letter.
func IsLower(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'a' <= r && r <= 'z'
	}
	return Is(Ll, r)
}

// IsTitle tells whether r is a title case letter.
func IsTitle(r rune) bool { return r > MaxASCII && Is(Lt, r) }

// IsLetter tells whether r is a letter.
func IsLetter(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return Is(L, r)
}

// IsDigit tells whether r is a decimal digit.
func IsDigit(r rune) bool {
	if r <= MaxASCII {
		return '0' <= r && r <= '9'
	}
	return Is(Nd, r)
}

// IsNumber tells whether r is a number.
func IsNumber(r rune) bool {
	if r <= MaxASCII {
		return '0' <= r && r <= '9'
	}
	return Is(N, r)
}

// IsMark tells whether r is a mark.
func IsMark(r rune) bool { return r > MaxASCII && Is(M, r) }

// IsPunct tells whether r is punctuation.
func IsPunct(r rune) bool { return Is(P, r) }

// IsSymbol tells whether r is a symbol.
func IsSymbol(r rune) bool { return Is(S, r) }

// IsControl tells whether r is a control character.
func IsControl(r rune) bool { return 0 <= r && r < 0x20 || 0x7F <= r && r < 0xA0 }

// To gives r in another case.
func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}

func (special SpecialCase) to(_case int, r rune) rune {
	for _, c := range special {
		if rune(c.Lo) <= r && r <= rune(c.Hi) {
			if c.Delta[_case] > MaxRune {
				return rune(c.Lo) + (r-rune(c.Lo))&^1 | rune(_case&1)
			}
			return r + c.Delta[_case]
		}
	}
	return To(_case, r)
}

// ToUpper gives r in upper case.
func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r) }

// ToTitle gives r in title case.
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r) }

// ToLower gives r in lower case.
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r) }

// TurkishCase has the rules of Turkish, and AzeriCase the same ones.
var (
	TurkishCase = SpecialCase{
		{0x49, 0x49, [MaxCase]rune{0, 0x131 - 0x49, 0}},
		{0x69, 0x69, [MaxCase]rune{0x130 - 0x69, 0, 0x130 - 0x69}},
		{0x130, 0x130, [MaxCase]rune{0, 0x69 - 0x130, 0}},
		{0x131, 0x131, [MaxCase]rune{0x49 - 0x131, 0, 0x49 - 0x131}},
	}
	AzeriCase = TurkishCase
)
