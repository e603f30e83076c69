// SPDX-License-Identifier: MIT

// Package binary writes numbers as bytes.
package binary

import (
	"errors"
	"io"
	"reflect"
)

// ByteOrder reads and writes unsigned integers.
type ByteOrder interface {
	Uint16([]byte) uint16
	Uint32([]byte) uint32
	Uint64([]byte) uint64
	PutUint16([]byte, uint16)
	PutUint32([]byte, uint32)
	PutUint64([]byte, uint64)
	String() string
}

// AppendByteOrder appends unsigned integers.
type AppendByteOrder interface {
	AppendUint16([]byte, uint16) []byte
	AppendUint32([]byte, uint32) []byte
	AppendUint64([]byte, uint64) []byte
	String() string
}

type littleEndian struct{}
type bigEndian struct{}

// The byte orders.
var (
	LittleEndian littleEndian
	BigEndian    bigEndian
	NativeEndian littleEndian
)

func (littleEndian) String() string   { return "LittleEndian" }
func (littleEndian) GoString() string { return "binary.LittleEndian" }

func (littleEndian) Uint16(b []byte) uint16 {
	_ = b[1]
	return uint16(b[0]) | uint16(b[1])<<8
}

func (littleEndian) PutUint16(b []byte, v uint16) {
	_ = b[1]
	b[0] = byte(v)
	b[1] = byte(v >> 8)
}

func (littleEndian) AppendUint16(b []byte, v uint16) []byte {
	return append(b, byte(v), byte(v>>8))
}

func (littleEndian) Uint32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func (littleEndian) PutUint32(b []byte, v uint32) {
	_ = b[3]
	b[0] = byte(v)
	b[1] = byte(v >> 8)
	b[2] = byte(v >> 16)
	b[3] = byte(v >> 24)
}

func (littleEndian) AppendUint32(b []byte, v uint32) []byte {
	return append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
}

func (littleEndian) Uint64(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

func (littleEndian) PutUint64(b []byte, v uint64) {
	_ = b[7]
	b[0] = byte(v)
	b[1] = byte(v >> 8)
	b[2] = byte(v >> 16)
	b[3] = byte(v >> 24)
	b[4] = byte(v >> 32)
	b[5] = byte(v >> 40)
	b[6] = byte(v >> 48)
	b[7] = byte(v >> 56)
}

func (littleEndian) AppendUint64(b []byte, v uint64) []byte {
	return append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24), byte(v>>32), byte(v>>40), byte(v>>48), byte(v>>56))
}

func (bigEndian) String() string   { return "BigEndian" }
func (bigEndian) GoString() string { return "binary.BigEndian" }

func (bigEndian) Uint16(b []byte) uint16 {
	_ = b[1]
	return uint16(b[1]) | uint16(b[0])<<8
}

func (bigEndian) PutUint16(b []byte, v uint16) {
	_ = b[1]
	b[0] = byte(v >> 8)
	b[1] = byte(v)
}

func (bigEndian) AppendUint16(b []byte, v uint16) []byte {
	return append(b, byte(v>>8), byte(v))
}

func (bigEndian) Uint32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[3]) | uint32(b[2])<<8 | uint32(b[1])<<16 | uint32(b[0])<<24
}

func (bigEndian) PutUint32(b []byte, v uint32) {
	_ = b[3]
	b[0] = byte(v >> 24)
	b[1] = byte(v >> 16)
	b[2] = byte(v >> 8)
	b[3] = byte(v)
}

func (bigEndian) AppendUint32(b []byte, v uint32) []byte {
	return append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func (bigEndian) Uint64(b []byte) uint64 {
	_ = b[7]
	return uint64(b[7]) | uint64(b[6])<<8 | uint64(b[5])<<16 | uint64(b[4])<<24 | uint64(b[3])<<32 | uint64(b[2])<<40 | uint64(b[1])<<48 | uint64(b[0])<<56
}

func (bigEndian) PutUint64(b []byte, v uint64) {
	_ = b[7]
	b[0] = byte(v >> 56)
	b[1] = byte(v >> 48)
	b[2] = byte(v >> 40)
	b[3] = byte(v >> 32)
	b[4] = byte(v >> 24)
	b[5] = byte(v >> 16)
	b[6] = byte(v >> 8)
	b[7] = byte(v)
}

func (bigEndian) AppendUint64(b []byte, v uint64) []byte {
	return append(b, byte(v>>56), byte(v>>48), byte(v>>40), byte(v>>32), byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

// Greatest lengths of varints.
const (
	MaxVarintLen16 = 3
	MaxVarintLen32 = 5
	MaxVarintLen64 = 10
)

// AppendUvarint appends x as a varint.
func AppendUvarint(buf []byte, x uint64) []byte {
	for x >= 0x80 {
		buf = append(buf, byte(x)|0x80)
		x >>= 7
	}
	return append(buf, byte(x))
}

// PutUvarint writes x as a varint.
func PutUvarint(buf []byte, x uint64) int {
	b := AppendUvarint(nil, x)
	_ = buf[len(b)-1]
	return copy(buf, b)
}

// Uvarint reads a varint and gives its length: 0 if buf is too short, negative if the value is too large.
func Uvarint(buf []byte) (uint64, int) {
	var x uint64
	var s uint
	for i, b := range buf {
		if i == MaxVarintLen64 {
			return 0, -(i + 1)
		}
		if b < 0x80 {
			if i == MaxVarintLen64-1 && b > 1 {
				return 0, -(i + 1)
			}
			return x | uint64(b)<<s, i + 1
		}
		x |= uint64(b&0x7f) << s
		s += 7
	}
	return 0, 0
}

// AppendVarint appends x as a varint.
func AppendVarint(buf []byte, x int64) []byte {
	ux := uint64(x) << 1
	if x < 0 {
		ux = ^ux
	}
	return AppendUvarint(buf, ux)
}

// PutVarint writes x as a varint.
func PutVarint(buf []byte, x int64) int {
	b := AppendVarint(nil, x)
	_ = buf[len(b)-1]
	return copy(buf, b)
}

// Varint reads a varint and gives its length.
func Varint(buf []byte) (int64, int) {
	ux, n := Uvarint(buf)
	x := int64(ux >> 1)
	if ux&1 != 0 {
		x = ^x
	}
	return x, n
}

var errOverflow = errors.New("binary: varint overflows a 64-bit integer")

// ReadUvarint reads a varint.
func ReadUvarint(r io.ByteReader) (uint64, error) {
	var x uint64
	var s uint
	for i := 0; i < MaxVarintLen64; i++ {
		b, err := r.ReadByte()
		if err != nil {
			if i > 0 && err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return x, err
		}
		if b < 0x80 {
			if i == MaxVarintLen64-1 && b > 1 {
				return x, errOverflow
			}
			return x | uint64(b)<<s, nil
		}
		x |= uint64(b&0x7f) << s
		s += 7
	}
	return x, errOverflow
}

// ReadVarint reads a varint.
func ReadVarint(r io.ByteReader) (int64, error) {
	ux, err := ReadUvarint(r)
	x := int64(ux >> 1)
	if ux&1 != 0 {
		x = ^x
	}
	return x, err
}

// size is the count of bytes of a type of fixed size, or -1.
func size(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Bool, reflect.Int8, reflect.Uint8, reflect.Int16, reflect.Uint16, reflect.Int32, reflect.Uint32,
		reflect.Int64, reflect.Uint64, reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		return int(t.Size())
	case reflect.Array:
		if n := size(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := 0; i < t.NumField(); i++ {
			n := size(t.Field(i).Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	}
	return -1
}

// Size is the count of bytes that Write makes of v, or -1.
func Size(v any) int {
	x := reflect.Indirect(reflect.ValueOf(v))
	if x.Kind() == reflect.Slice {
		if n := size(x.Type().Elem()); n >= 0 {
			return n * x.Len()
		}
		return -1
	}
	return size(x.Type())
}

func putUint(b []byte, order ByteOrder, v uint64, n int) []byte {
	var tmp [8]byte
	switch n {
	case 1:
		tmp[0] = byte(v)
	case 2:
		order.PutUint16(tmp[:], uint16(v))
	case 4:
		order.PutUint32(tmp[:], uint32(v))
	default:
		order.PutUint64(tmp[:], v)
	}
	return append(b, tmp[:n]...)
}

func encode(b []byte, order ByteOrder, v reflect.Value) []byte {
	n := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return putUint(b, order, uint64(v.Int()), n)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return putUint(b, order, v.Uint(), n)
	case reflect.Float32:
		return putUint(b, order, uint64(float32bits(v.Float())), 4)
	case reflect.Float64:
		return putUint(b, order, float64bits(v.Float()), 8)
	case reflect.Complex64:
		b = putUint(b, order, uint64(float32bits(real(v.Complex()))), 4)
		return putUint(b, order, uint64(float32bits(imag(v.Complex()))), 4)
	case reflect.Complex128:
		b = putUint(b, order, float64bits(real(v.Complex())), 8)
		return putUint(b, order, float64bits(imag(v.Complex())), 8)
	case reflect.Array, reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			b = encode(b, order, v.Index(i))
		}
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			if v.Type().Field(i).Name == "_" {
				b = append(b, make([]byte, size(v.Field(i).Type()))...)
			} else {
				b = encode(b, order, v.Field(i))
			}
		}
	}
	return b
}

func getUint(b []byte, order ByteOrder, n int) uint64 {
	switch n {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(order.Uint16(b))
	case 4:
		return uint64(order.Uint32(b))
	}
	return order.Uint64(b)
}

func decode(b []byte, order ByteOrder, v reflect.Value) []byte {
	n := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(b[0] != 0)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		shift := 64 - 8*n
		v.SetInt(int64(getUint(b, order, n)<<shift) >> shift)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(getUint(b, order, n))
	case reflect.Float32:
		v.SetFloat(float32from(uint32(getUint(b, order, 4))))
	case reflect.Float64:
		v.SetFloat(float64from(getUint(b, order, 8)))
	case reflect.Complex64:
		v.SetComplex(complex(float32from(uint32(getUint(b, order, 4))), float32from(uint32(getUint(b[4:], order, 4)))))
	case reflect.Complex128:
		v.SetComplex(complex(float64from(getUint(b, order, 8)), float64from(getUint(b[8:], order, 8))))
	case reflect.Array, reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			b = decode(b, order, v.Index(i))
		}
		return b
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			if f := v.Field(i); f.CanSet() {
				b = decode(b, order, f)
			} else {
				b = b[size(f.Type()):]
			}
		}
		return b
	}
	return b[n:]
}

func float64bits(f float64) uint64
func float32bits(f float64) uint32
func float64from(b uint64) float64
func float32from(b uint32) float64

// Append appends the bytes of data.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	if Size(data) < 0 {
		return nil, errors.New("binary.Append: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	return encode(buf, order, reflect.Indirect(reflect.ValueOf(data))), nil
}

// Write writes the bytes of data.
func Write(w io.Writer, order ByteOrder, data any) error {
	if Size(data) < 0 {
		return errors.New("binary.Write: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	_, err := w.Write(encode(nil, order, reflect.Indirect(reflect.ValueOf(data))))
	return err
}

// Read reads the bytes of what data points to.
func Read(r io.Reader, order ByteOrder, data any) error {
	v := reflect.ValueOf(data)
	n := -1
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
		n = Size(data)
	case reflect.Slice:
		n = Size(data)
	}
	if n < 0 {
		return errors.New("binary.Read: invalid type " + reflect.TypeOf(data).String())
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(r, b); err != nil {
		return err
	}
	decode(b, order, v)
	return nil
}
