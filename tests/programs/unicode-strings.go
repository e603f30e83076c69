package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func main() {
	fmt.Println(reverse("héllo, 世界"))
	count := map[rune]int{}
	for _, r := range "mississippi ñ ñ" {
		count[r]++
	}
	fmt.Println(count)
	fmt.Println(strings.Map(unicode.ToUpper, "straße ñ ǆ"), strings.ToUpper("ŉ"))
	pal := func(s string) bool {
		var rs []rune
		for _, r := range s {
			if unicode.IsLetter(r) {
				rs = append(rs, unicode.ToLower(r))
			}
		}
		for i := range rs {
			if rs[i] != rs[len(rs)-1-i] {
				return false
			}
		}
		return true
	}
	fmt.Println(pal("A man, a plan, a canal: Panama"), pal("Été"), pal("ab"))
	fmt.Println(utf16.Encode([]rune("a😀")), string(utf16.Decode([]uint16{0x61, 0xd83d, 0xde00, 0xd800})), utf16.IsSurrogate(0xd800))
	words := strings.FieldsFunc("one,two;three four", func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
	fmt.Println(len(words), words)
	caesar := func(s string, n rune) string {
		return strings.Map(func(r rune) rune {
			switch {
			case unicode.IsLower(r) && r < 128:
				return 'a' + (r-'a'+n+26)%26
			case unicode.IsUpper(r) && r < 128:
				return 'A' + (r-'A'+n+26)%26
			}
			return r
		}, s)
	}
	fmt.Println(caesar("Hello, Wörld!", 3), caesar(caesar("Zebra", 5), -5))
	fmt.Printf("%-8s|%8s|%3c|%-3c|\n", "日本", "日本", '日', '本')
}

// Output:
// 界世 ,olléh
// map[32:2 105:4 109:1 112:2 115:4 241:2]
// STRAßE Ñ Ǆ ŉ
// true true false
// [97 55357 56832] a😀� true
// 4 [one two three four]
// Khoor, Zöuog! Zebra
// 日本      |      日本|  日|本  |
