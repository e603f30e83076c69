// SPDX-License-Identifier: MIT

// Package tabwriter aligns columns whose cells end in tabs. A column is a block of cells below each other in adjacent
// lines (the elastic tabstops of Nick Gravgaard).
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// Flags of a Writer.
const (
	FilterHTML uint = 1 << iota
	StripEscape
	AlignRight
	DiscardEmptyColumns
	TabIndent
	Debug
)

// Escape brackets text that stays as it is.
const Escape = '\xff'

type cell struct {
	text  []byte
	width int  // runes that are seen
	htab  bool // ended by a tab and no vertical tab
}

// Writer aligns what is written to it.
type Writer struct {
	output   io.Writer
	minwidth int
	tabwidth int
	padding  int
	padchar  byte
	flags    uint
	lines    [][]cell
	current  cell
	end      byte // what ends the escaped text or HTML that is being written; 0: none
	err      error
}

// NewWriter makes a Writer.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets how the writer aligns.
func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	*w = Writer{output: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	if padchar == '\t' {
		w.flags &^= AlignRight
	}
	w.lines = [][]cell{{}}
	return w
}

func (w *Writer) add(b ...byte) { w.current.text = append(w.current.text, b...) }

func (w *Writer) endCell(htab bool) int {
	w.current.htab = htab
	last := len(w.lines) - 1
	w.lines[last] = append(w.lines[last], w.current)
	w.current = cell{}
	return len(w.lines[last])
}

func (w *Writer) Write(buf []byte) (n int, err error) {
	for i := 0; i < len(buf); i++ {
		ch := buf[i]
		if w.end != 0 {
			if ch == w.end {
				if ch == Escape {
					if w.flags&StripEscape == 0 {
						w.add(ch)
					}
				} else {
					w.add(ch)
					if ch == ';' {
						w.current.width++ // an entity is one character
					}
				}
				w.end = 0
			} else {
				w.add(ch)
				if w.end == Escape {
					if utf8.RuneStart(ch) {
						w.current.width++
					}
				}
			}
			continue
		}
		switch ch {
		case '\t', '\v', '\n', '\f':
			cells := w.endCell(ch == '\t')
			if ch == '\n' || ch == '\f' {
				w.lines = append(w.lines, []cell{})
				if ch == '\f' || cells == 1 {
					// The line has no columns: those above end here.
					if err := w.flush(ch == '\f'); err != nil {
						return i, err
					}
				}
			}
		case Escape:
			w.end = Escape
			if w.flags&StripEscape == 0 {
				w.add(ch)
			}
		case '<', '&':
			if w.flags&FilterHTML != 0 {
				w.add(ch)
				w.end = '>'
				if ch == '&' {
					w.end = ';'
				}
				continue
			}
			fallthrough
		default:
			w.add(ch)
			if utf8.RuneStart(ch) {
				w.current.width++
			}
		}
	}
	return len(buf), nil
}

// Flush writes what is held back.
func (w *Writer) Flush() error {
	if len(w.current.text) > 0 {
		w.endCell(false)
	}
	w.end = 0
	return w.flush(false)
}

func (w *Writer) flush(formFeed bool) error {
	var out []byte
	widths := []int{}
	out = w.format(out, 0, len(w.lines), &widths)
	if formFeed && w.flags&Debug != 0 {
		out = append(out, "---\n"...)
	}
	w.lines = [][]cell{{}}
	_, err := w.output.Write(out)
	return err
}

// format writes the lines [from, to), which share the columns in widths, and finds the columns to their right.
func (w *Writer) format(out []byte, from, to int, widths *[]int) []byte {
	column := len(*widths)
	done := from
	for i := from; i < to; i++ {
		if column >= len(w.lines[i])-1 {
			continue
		}
		// A column begins here: all before it has been settled.
		out = w.write(out, done, i, *widths)
		width := w.minwidth
		discard := true
		end := i
		for ; end < to; end++ {
			if column >= len(w.lines[end])-1 {
				break
			}
			c := w.lines[end][column]
			if n := c.width + w.padding; n > width {
				width = n
			}
			if c.width > 0 || c.htab {
				discard = false
			}
		}
		if discard && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		*widths = append(*widths, width)
		out = w.format(out, i, end, widths)
		*widths = (*widths)[:column]
		done = end
		i = end - 1
	}
	return w.write(out, done, to, *widths)
}

func (w *Writer) pad(out []byte, textWidth, cellWidth int, tabs bool) []byte {
	if w.padchar == '\t' || tabs {
		if w.tabwidth == 0 {
			return out
		}
		cellWidth = (cellWidth + w.tabwidth - 1) / w.tabwidth * w.tabwidth
		n := cellWidth - textWidth
		for i := 0; i < (n+w.tabwidth-1)/w.tabwidth; i++ {
			out = append(out, '\t')
		}
		return out
	}
	for i := textWidth; i < cellWidth; i++ {
		out = append(out, w.padchar)
	}
	return out
}

func (w *Writer) write(out []byte, from, to int, widths []int) []byte {
	for i := from; i < to; i++ {
		line := w.lines[i]
		tabs := w.flags&TabIndent != 0
		for j, c := range line {
			if j > 0 && w.flags&Debug != 0 {
				out = append(out, '|')
			}
			switch {
			case len(c.text) == 0:
				if j < len(widths) {
					out = w.pad(out, c.width, widths[j], tabs)
				}
			case w.flags&AlignRight == 0:
				tabs = false
				out = append(out, c.text...)
				if j < len(widths) {
					out = w.pad(out, c.width, widths[j], false)
				}
			default:
				tabs = false
				if j < len(widths) {
					out = w.pad(out, c.width, widths[j], false)
				}
				out = append(out, c.text...)
			}
		}
		if i+1 < len(w.lines) {
			out = append(out, '\n')
		}
	}
	return out
}
