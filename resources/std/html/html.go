// SPDX-License-Identifier: MIT

// Package html escapes text for HTML.
package html

import (
	"strconv"
	"strings"
)

var escaper = strings.NewReplacer(`&`, "&amp;", `'`, "&#39;", `<`, "&lt;", `>`, "&gt;", `"`, "&#34;")

// EscapeString escapes <, >, &, ' and ".
func EscapeString(s string) string { return escaper.Replace(s) }

// entities are the ones in common use; others stay as they are.
var entities = map[string]string{"amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u00a0",
	"copy": "©", "reg": "®", "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "laquo": "«", "raquo": "»",
	"euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "para": "¶", "middot": "·", "times": "×",
	"divide": "÷", "deg": "°", "plusmn": "±", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö",
	"Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "aacute": "á", "agrave": "à", "ccedil": "ç", "ntilde": "ñ",
	"lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓"}

// UnescapeString undoes EscapeString, and more entities than that makes.
func UnescapeString(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		end := strings.IndexByte(s, ';')
		text := ""
		if end > 1 && s[1] == '#' {
			digits, base := s[2:end], 10
			if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
				digits, base = digits[1:], 16
			}
			if n, err := strconv.ParseUint(digits, base, 32); err == nil {
				if n == 0 || n > 0x10ffff || 0xd800 <= n && n < 0xe000 {
					n = 0xfffd
				}
				text = string(rune(n))
			}
		} else if end > 1 {
			text = entities[s[1:end]]
		}
		if text == "" {
			b.WriteByte('&')
			s = s[1:]
		} else {
			b.WriteString(text)
			s = s[end+1:]
		}
	}
}
