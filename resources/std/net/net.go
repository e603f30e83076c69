// SPDX-License-Identifier: MIT

// Package net connects goroutines of one program: the network is the program's own loopback, made of memory. What is
// outside of it cannot be reached, and says so.
package net

import (
	"errors"
	"io"
	"os"
	"time"
)

// Addr is an end of a connection.
type Addr interface {
	Network() string
	String() string
}

// Conn is a connection of streams.
type Conn interface {
	Read(b []byte) (n int, err error)
	Write(b []byte) (n int, err error)
	Close() error
	LocalAddr() Addr
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

// PacketConn is a connection of packets.
type PacketConn interface {
	ReadFrom(p []byte) (n int, addr Addr, err error)
	WriteTo(p []byte, addr Addr) (n int, err error)
	Close() error
	LocalAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
}

// Listener takes connections.
type Listener interface {
	Accept() (Conn, error)
	Close() error
	Addr() Addr
}

// ---- errors ----

// Error is an error of the network.
type Error interface {
	error
	Timeout() bool
	Temporary() bool
}

// ErrClosed is the error of what is done with a closed connection.
var ErrClosed error = errClosed

var errClosed = errors.New("use of closed network connection")

// ErrWriteToConnected is the error of WriteTo with a connected connection.
var ErrWriteToConnected = errors.New("use of WriteTo with pre-connected connection")

var (
	errMissingAddress = errors.New("missing address")
	errCanceled       = canceledError{}
	errTimeout        = timeoutError{}
)

type canceledError struct{}

func (canceledError) Error() string { return "operation was canceled" }

type timeoutError struct{}

func (timeoutError) Error() string        { return "i/o timeout" }
func (timeoutError) Timeout() bool        { return true }
func (timeoutError) Temporary() bool      { return true }
func (timeoutError) Is(target error) bool { return target == os.ErrDeadlineExceeded }

// OpError says which operation failed, with whom.
type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

// Unwrap gives the error inside.
func (e *OpError) Unwrap() error { return e.Err }

func (e *OpError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := e.Op
	if e.Net != "" {
		s += " " + e.Net
	}
	if e.Source != nil {
		s += " " + e.Source.String()
	}
	if e.Addr != nil {
		if e.Source != nil {
			s += "->"
		} else {
			s += " "
		}
		s += e.Addr.String()
	}
	return s + ": " + e.Err.Error()
}

// Timeout tells whether a deadline has passed.
func (e *OpError) Timeout() bool {
	inner := e.Err
	if s, ok := inner.(*os.SyscallError); ok {
		inner = s.Err
	}
	t, ok := inner.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary tells whether it may go better later.
func (e *OpError) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// AddrError is a wrong address.
type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := e.Err
	if e.Addr != "" {
		s = "address " + e.Addr + ": " + s
	}
	return s
}

// Timeout tells that no deadline has passed.
func (e *AddrError) Timeout() bool { return false }

// Temporary tells that it will not go better later.
func (e *AddrError) Temporary() bool { return false }

// ParseError is a text that is no address.
type ParseError struct {
	Type string
	Text string
}

func (e *ParseError) Error() string { return "invalid " + e.Type + ": " + e.Text }

// Timeout tells that no deadline has passed.
func (e *ParseError) Timeout() bool { return false }

// Temporary tells that it will not go better later.
func (e *ParseError) Temporary() bool { return false }

// UnknownNetworkError is a network that there is not.
type UnknownNetworkError string

func (e UnknownNetworkError) Error() string { return "unknown network " + string(e) }

// Timeout tells that no deadline has passed.
func (e UnknownNetworkError) Timeout() bool { return false }

// Temporary tells that it will not go better later.
func (e UnknownNetworkError) Temporary() bool { return false }

// InvalidAddrError is an address of the wrong kind.
type InvalidAddrError string

func (e InvalidAddrError) Error() string { return string(e) }

// Timeout tells that no deadline has passed.
func (e InvalidAddrError) Timeout() bool { return false }

// Temporary tells that it will not go better later.
func (e InvalidAddrError) Temporary() bool { return false }

// DNSError is a name that is not known.
type DNSError struct {
	UnwrapErr   error
	Err         string
	Name        string
	Server      string
	IsTimeout   bool
	IsTemporary bool
	IsNotFound  bool
}

// Unwrap gives the error inside.
func (e *DNSError) Unwrap() error { return e.UnwrapErr }

func (e *DNSError) Error() string {
	if e == nil {
		return "<nil>"
	}
	s := "lookup " + e.Name
	if e.Server != "" {
		s += " on " + e.Server
	}
	return s + ": " + e.Err
}

// Timeout tells whether a deadline has passed.
func (e *DNSError) Timeout() bool { return e.IsTimeout }

// Temporary tells whether it may go better later.
func (e *DNSError) Temporary() bool { return e.IsTimeout || e.IsTemporary }

// ---- buffers ----

// Buffers are pieces that are written one after the other.
type Buffers [][]byte

// WriteTo writes them.
func (v *Buffers) WriteTo(w io.Writer) (n int64, err error) {
	for _, b := range *v {
		k, err := w.Write(b)
		n += int64(k)
		if err != nil {
			v.drop(n)
			return n, err
		}
	}
	v.drop(n)
	return n, nil
}

// Read reads from them.
func (v *Buffers) Read(p []byte) (n int, err error) {
	for len(p) > 0 && len(*v) > 0 {
		k := copy(p, (*v)[0])
		v.drop(int64(k))
		p = p[k:]
		n += k
	}
	if len(*v) == 0 {
		err = io.EOF
	}
	return
}

func (v *Buffers) drop(n int64) {
	for len(*v) > 0 {
		k := int64(len((*v)[0]))
		if k > n {
			(*v)[0] = (*v)[0][n:]
			return
		}
		n -= k
		(*v)[0] = nil
		*v = (*v)[1:]
	}
}
