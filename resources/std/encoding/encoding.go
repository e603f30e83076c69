// SPDX-License-Identifier: MIT

// Package encoding has the interfaces of what turns itself into bytes and back.
package encoding

// BinaryMarshaler gives itself as bytes.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler sets itself from bytes.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender appends itself as bytes.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler gives itself as text.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler sets itself from text.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender appends itself as text.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
