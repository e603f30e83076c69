// SPDX-License-Identifier: MIT

package template

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

var htmlReplacer = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "'", "&#39;", "&", "&amp;", "<", "&lt;", ">", "&gt;")

// HTMLEscape writes text escaped for HTML.
func HTMLEscape(w io.Writer, b []byte) { io.WriteString(w, HTMLEscapeString(string(b))) }

// HTMLEscapeString gives text escaped for HTML.
func HTMLEscapeString(s string) string { return htmlReplacer.Replace(s) }

// HTMLEscaper gives its arguments' text escaped for HTML.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(textOf(args)) }

// JSEscape writes text escaped for JavaScript.
func JSEscape(w io.Writer, b []byte) { io.WriteString(w, JSEscapeString(string(b))) }

// JSEscapeString gives text escaped for JavaScript.
func JSEscapeString(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == '\\' || c == '\'' || c == '"':
			b.WriteByte('\\')
			b.WriteByte(byte(c))
		case c == '<' || c == '>' || c == '&' || c == '=' || c < ' ':
			fmt.Fprintf(&b, `\u%04X`, c)
		case c >= utf8.RuneSelf && !unicode.IsPrint(c):
			fmt.Fprintf(&b, `\u%04X`, c)
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// JSEscaper gives its arguments' text escaped for JavaScript.
func JSEscaper(args ...any) string { return JSEscapeString(textOf(args)) }
