package main

import (
	"fmt"
	"unicode"
)

func main() {
	for _, r := range []rune{'a', 'Z', '5', ' ', '\n', 'é', 'É', 'ß', '世', '!', '_', '+', '½', 'ǅ', '٣', 0x301, '\u00a0', '€', '😀', 0xffff, -1} {
		fmt.Printf("%U L%v U%v l%v T%v D%v N%v S%v P%v Y%v C%v G%v p%v M%v", r, unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsLower(r),
			unicode.IsTitle(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsSymbol(r),
			unicode.IsControl(r), unicode.IsGraphic(r), unicode.IsPrint(r), unicode.IsMark(r))
		fmt.Printf(" %U %U %U\n", unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r))
	}
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.Is(unicode.Latin, 'x'), unicode.In('я', unicode.Latin, unicode.Cyrillic))
	fmt.Println(unicode.MaxRune, unicode.ReplacementChar, unicode.SimpleFold('A'), unicode.SimpleFold('k'))
	fmt.Println('a', '\x61', '\141', '\u0061', '\U00000061', '\'', '"', '\\', '\000', '\377', '\xff')
	fmt.Printf("%c %q %U %#U %d %x %T\n", 'é', 'é', 'é', 'é', 'é', 'é', 'é')
	fmt.Println('a' < 'b', 'a'+1 == 'b', string('a'+1))
}

// Output:
// U+0061 Ltrue Ufalse ltrue Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+0041 U+0061 U+0041
// U+005A Ltrue Utrue lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+005A U+007A U+005A
// U+0035 Lfalse Ufalse lfalse Tfalse Dtrue Ntrue Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+0035 U+0035 U+0035
// U+0020 Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Strue Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+0020 U+0020 U+0020
// U+000A Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Strue Pfalse Yfalse Ctrue Gfalse pfalse Mfalse U+000A U+000A U+000A
// U+00E9 Ltrue Ufalse ltrue Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+00C9 U+00E9 U+00C9
// U+00C9 Ltrue Utrue lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+00C9 U+00E9 U+00C9
// U+00DF Ltrue Ufalse ltrue Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+00DF U+00DF U+00DF
// U+4E16 Ltrue Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+4E16 U+4E16 U+4E16
// U+0021 Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Ptrue Yfalse Cfalse Gtrue ptrue Mfalse U+0021 U+0021 U+0021
// U+005F Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Ptrue Yfalse Cfalse Gtrue ptrue Mfalse U+005F U+005F U+005F
// U+002B Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Ytrue Cfalse Gtrue ptrue Mfalse U+002B U+002B U+002B
// U+00BD Lfalse Ufalse lfalse Tfalse Dfalse Ntrue Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+00BD U+00BD U+00BD
// U+01C5 Ltrue Ufalse lfalse Ttrue Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+01C4 U+01C6 U+01C5
// U+0663 Lfalse Ufalse lfalse Tfalse Dtrue Ntrue Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mfalse U+0663 U+0663 U+0663
// U+0301 Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gtrue ptrue Mtrue U+0301 U+0301 U+0301
// U+00A0 Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Strue Pfalse Yfalse Cfalse Gtrue pfalse Mfalse U+00A0 U+00A0 U+00A0
// U+20AC Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Ytrue Cfalse Gtrue ptrue Mfalse U+20AC U+20AC U+20AC
// U+1F600 Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Ytrue Cfalse Gtrue ptrue Mfalse U+1F600 U+1F600 U+1F600
// U+FFFF Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gfalse pfalse Mfalse U+FFFF U+FFFF U+FFFF
// U+FFFFFFFFFFFFFFFF Lfalse Ufalse lfalse Tfalse Dfalse Nfalse Sfalse Pfalse Yfalse Cfalse Gfalse pfalse Mfalse U+FFFFFFFFFFFFFFFF U+FFFFFFFFFFFFFFFF U+FFFFFFFFFFFFFFFF
// true true true
// 1114111 65533 97 8490
// 97 97 97 97 97 39 34 92 0 255 255
// é 'é' U+00E9 U+00E9 'é' 233 e9 int32
// true true b
