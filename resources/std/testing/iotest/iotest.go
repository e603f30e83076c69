// SPDX-License-Identifier: MIT

// Package iotest has Readers and Writers that behave badly, for tests.
package iotest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
)

// ErrTimeout is what TimeoutReader gives.
var ErrTimeout = errors.New("timeout")

type readFunc func(p []byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

type writeFunc func(p []byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

// OneByteReader reads a byte at a time.
func OneByteReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		if len(p) == 0 {
			return 0, nil
		}
		return r.Read(p[:1])
	})
}

// HalfReader reads half of what is asked for.
func HalfReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader gives the error together with the last data.
func DataErrReader(r io.Reader) io.Reader {
	var unread []byte
	data := make([]byte, 1024)
	return readFunc(func(p []byte) (n int, err error) {
		for {
			if len(unread) == 0 {
				n1, err1 := r.Read(data)
				unread = data[:n1]
				err = err1
			}
			if n > 0 || err != nil {
				return n, err
			}
			n = copy(p, unread)
			unread = unread[n:]
		}
	})
}

// TimeoutReader fails with ErrTimeout at the second read.
func TimeoutReader(r io.Reader) io.Reader {
	count := 0
	return readFunc(func(p []byte) (int, error) {
		if count++; count == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// ErrReader always fails.
func ErrReader(err error) io.Reader {
	return readFunc(func(p []byte) (int, error) { return 0, err })
}

// TruncateWriter silently stops writing after n bytes.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		m := len(p)
		if int64(m) > n {
			m = int(n)
		}
		k, err := w.Write(p[:m])
		n -= int64(k)
		if err == nil {
			k = len(p)
		}
		return k, err
	})
}

// NewWriteLogger logs each write.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writeFunc(func(p []byte) (n int, err error) {
		n, err = w.Write(p)
		if err != nil {
			log.Printf("%s %x: %v", prefix, p[0:n], err)
		} else {
			log.Printf("%s %x", prefix, p[0:n])
		}
		return
	})
}

// NewReadLogger logs each read.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return readFunc(func(p []byte) (n int, err error) {
		n, err = r.Read(p)
		if err != nil {
			log.Printf("%s %x: %v", prefix, p[0:n], err)
		} else {
			log.Printf("%s %x", prefix, p[0:n])
		}
		return
	})
}

// TestReader tells what is wrong with a Reader that should give content.
func TestReader(r io.Reader, content []byte) error {
	if n, err := r.Read(make([]byte, 0)); n != 0 || err != nil && (err != io.EOF || len(content) > 0) {
		return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
	}
	data, err := io.ReadAll(OneByteReader(r))
	if err != nil {
		return err
	}
	if !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll(small amounts) = %q\n\twant %q", data, content)
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	s, ok := r.(io.Seeker)
	if !ok {
		return nil
	}
	if off, err := s.Seek(0, io.SeekStart); off != 0 || err != nil {
		return fmt.Errorf("Seek(0, 0) = %d, %v, want 0, nil", off, err)
	}
	if data, err := io.ReadAll(r); err != nil || !bytes.Equal(data, content) {
		return fmt.Errorf("ReadAll after Seek = %q, %v\n\twant %q", data, err, content)
	}
	return nil
}
