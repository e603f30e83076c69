// SPDX-License-Identifier: MIT

// Package csv reads and writes records of fields that are separated by commas (RFC 4180).
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseError says where a record is wrong.
type ParseError struct {
	StartLine int
	Line      int
	Column    int
	Err       error
}

func (e *ParseError) Error() string {
	if e.Err == ErrFieldCount {
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	}
	if e.StartLine != e.Line {
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

func (e *ParseError) Unwrap() error { return e.Err }

// What a ParseError holds.
var (
	ErrBareQuote     = errors.New("bare \" in non-quoted-field")
	ErrQuote         = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount    = errors.New("wrong number of fields")
	ErrTrailingComma = errors.New("extra delimiter at end of line")

	errInvalidDelim = errors.New("csv: invalid field or comment delimiter")
)

func validDelim(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// place is where a field began.
type place struct{ line, column int }

// Reader reads records.
type Reader struct {
	Comma            rune
	Comment          rune
	FieldsPerRecord  int
	LazyQuotes       bool
	TrimLeadingSpace bool
	ReuseRecord      bool
	TrailingComma    bool

	r      *bufio.Reader
	line   int
	offset int64
	raw    []byte
	record []string
	places []place
}

// NewReader makes a Reader.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// readLine gives the next line; "\r\n" ends as "\n".
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		r.raw = append(r.raw[:0], line...)
		for err == bufio.ErrBufferFull {
			line, err = r.r.ReadSlice('\n')
			r.raw = append(r.raw, line...)
		}
		line = r.raw
	}
	size := len(line)
	if size > 0 && err == io.EOF {
		err = nil
		if line[size-1] == '\r' {
			line = line[:size-1]
		}
	}
	r.line++
	r.offset += int64(size)
	if n := len(line); n >= 2 && line[n-2] == '\r' && line[n-1] == '\n' {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

func lineEnd(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\n' {
		return 1
	}
	return 0
}

// Read reads a record. With ErrFieldCount the record is given as well.
func (r *Reader) Read() (record []string, err error) {
	if r.ReuseRecord {
		record, err = r.readRecord(r.record[:0])
		r.record = record
		return record, err
	}
	return r.readRecord(nil)
}

// ReadAll reads all that are left.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.readRecord(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos tells where a field of the last record began, from 1.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	return r.places[field].line, r.places[field].column
}

// InputOffset tells how many bytes have been read.
func (r *Reader) InputOffset() int64 { return r.offset }

func (r *Reader) readRecord(record []string) ([]string, error) {
	if r.Comma == r.Comment || !validDelim(r.Comma) || r.Comment != 0 && !validDelim(r.Comment) {
		return nil, errInvalidDelim
	}
	var line []byte
	var err error
	for err == nil {
		line, err = r.readLine()
		if r.Comment != 0 {
			if c, _ := utf8.DecodeRune(line); c == r.Comment && len(line) > 0 {
				line = nil
				continue
			}
		}
		if err == nil && len(line) == lineEnd(line) {
			continue // an empty line
		}
		break
	}
	if err == io.EOF {
		return nil, err
	}
	start := r.line
	at := place{r.line, 1}
	r.places = r.places[:0]
	comma := utf8.RuneLen(r.Comma)
fields:
	for {
		if r.TrimLeadingSpace {
			i := bytes.IndexFunc(line, func(c rune) bool { return !unicode.IsSpace(c) })
			if i < 0 {
				i = len(line)
				at.column -= lineEnd(line)
			}
			line = line[i:]
			at.column += i
		}
		if len(line) == 0 || line[0] != '"' { // a field without quotes
			i := bytes.IndexRune(line, r.Comma)
			field := line
			if i >= 0 {
				field = field[:i]
			} else {
				field = field[:len(field)-lineEnd(field)]
			}
			if !r.LazyQuotes {
				if j := bytes.IndexByte(field, '"'); j >= 0 {
					err = &ParseError{start, r.line, at.column + j, ErrBareQuote}
					break fields
				}
			}
			record = append(record, string(field))
			r.places = append(r.places, at)
			if i < 0 {
				break fields
			}
			line = line[i+comma:]
			at.column += i + comma
			continue
		}
		began := at
		line = line[1:]
		at.column++
		var field []byte
		for {
			i := bytes.IndexByte(line, '"')
			if i < 0 {
				if len(line) == 0 { // the end, with the quote open
					if !r.LazyQuotes && err == nil {
						err = &ParseError{start, at.line, at.column, ErrQuote}
						break fields
					}
					record = append(record, string(field))
					r.places = append(r.places, began)
					break fields
				}
				field = append(field, line...)
				at.column += len(line)
				line, err = r.readLine()
				if len(line) > 0 {
					at = place{at.line + 1, 1}
				}
				if err == io.EOF {
					err = nil
				}
				continue
			}
			field = append(field, line[:i]...)
			line = line[i+1:]
			at.column += i + 1
			c, _ := utf8.DecodeRune(line)
			switch {
			case c == '"' && len(line) > 0:
				field = append(field, '"')
				line = line[1:]
				at.column++
			case c == r.Comma && len(line) > 0:
				line = line[comma:]
				at.column += comma
				record = append(record, string(field))
				r.places = append(r.places, began)
				continue fields
			case len(line) == lineEnd(line):
				record = append(record, string(field))
				r.places = append(r.places, began)
				break fields
			case r.LazyQuotes:
				field = append(field, '"')
			default:
				err = &ParseError{start, r.line, at.column - 1, ErrQuote}
				break fields
			}
		}
	}
	if r.FieldsPerRecord > 0 {
		if len(record) != r.FieldsPerRecord && err == nil {
			err = &ParseError{start, start, 1, ErrFieldCount}
		}
	} else if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(record)
	}
	return record, err
}

// Writer writes records.
type Writer struct {
	Comma   rune
	UseCRLF bool
	w       *bufio.Writer
}

// NewWriter makes a Writer.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` {
		return true
	}
	if strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	c, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(c)
}

// Write writes a record.
func (w *Writer) Write(record []string) error {
	if !validDelim(w.Comma) {
		return errInvalidDelim
	}
	for i, field := range record {
		if i > 0 {
			w.w.WriteRune(w.Comma)
		}
		if !w.needsQuotes(field) {
			w.w.WriteString(field)
			continue
		}
		w.w.WriteByte('"')
		for _, part := range []byte(field) {
			switch {
			case part == '"':
				w.w.WriteString(`""`)
			case part == '\r' && w.UseCRLF:
			case part == '\n' && w.UseCRLF:
				w.w.WriteString("\r\n")
			default:
				w.w.WriteByte(part)
			}
		}
		w.w.WriteByte('"')
	}
	if w.UseCRLF {
		w.w.WriteByte('\r')
	}
	return w.w.WriteByte('\n')
}

// Flush writes what is held back. Error tells whether that went wrong.
func (w *Writer) Flush() { w.w.Flush() }

// Error gives an error of an earlier Write or Flush.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}

// WriteAll writes records and flushes.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}
