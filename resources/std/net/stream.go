// SPDX-License-Identifier: MIT

package net

import (
	"io"
	"os"
	"sync"
	"syscall"
	"time"
)

// room is how many bytes may be under way in one direction.
const room = 64 << 10

// half is one direction of a connection.
type half struct {
	mu      sync.Mutex
	data    []byte
	ended   bool          // nothing more will be written
	gone    bool          // nobody reads any more
	late    bool          // something was written after that
	changed chan struct{} // closed when something of this changes
}

func newHalf() *half { return &half{changed: make(chan struct{})} }

// tell wakes all who wait; mu is held.
func (h *half) tell() {
	close(h.changed)
	h.changed = make(chan struct{})
}

func (h *half) end() {
	h.mu.Lock()
	h.ended = true
	h.tell()
	h.mu.Unlock()
}

func (h *half) leave() {
	h.mu.Lock()
	h.gone = true
	h.data = nil
	h.tell()
	h.mu.Unlock()
}

func (h *half) read(b []byte, d *deadline, closed <-chan struct{}) (int, error) {
	for {
		passed := d.wait()
		if isClosed(closed) {
			return 0, errClosed
		}
		if isClosed(passed) {
			return 0, os.ErrDeadlineExceeded
		}
		h.mu.Lock()
		if n := copy(b, h.data); n > 0 || len(b) == 0 {
			h.data = h.data[n:]
			h.tell()
			h.mu.Unlock()
			return n, nil
		}
		ended, changed := h.ended, h.changed
		h.mu.Unlock()
		if ended {
			return 0, io.EOF
		}
		select {
		case <-changed:
		case <-passed:
		case <-closed:
		}
	}
}

func (h *half) write(b []byte, d *deadline, closed <-chan struct{}) (n int, err error) {
	for {
		passed := d.wait()
		if isClosed(closed) {
			return n, errClosed
		}
		if isClosed(passed) {
			return n, os.ErrDeadlineExceeded
		}
		h.mu.Lock()
		if h.ended || h.gone && h.late {
			h.mu.Unlock()
			return n, os.NewSyscallError("write", syscall.EPIPE)
		}
		if h.gone { // what the other side no longer takes is noticed with the next write only
			h.late = true
			h.mu.Unlock()
			return n + len(b), nil
		}
		if k := min(len(b), room-len(h.data)); k > 0 {
			h.data = append(h.data, b[:k]...)
			b = b[k:]
			n += k
			h.tell()
		}
		changed := h.changed
		h.mu.Unlock()
		if len(b) == 0 {
			return n, nil
		}
		select {
		case <-changed:
		case <-passed:
		case <-closed:
		}
	}
}

// conn is an end of a connection of streams.
type conn struct {
	in, out       *half
	local, remote Addr
	once          sync.Once
	done          chan struct{}
	rd, wd        deadline
	writing       sync.Mutex
}

// connect makes two ends of one connection.
func connect(client, server *conn, from, to Addr) {
	up, down := newHalf(), newHalf()
	client.init(down, up, from, to)
	server.init(up, down, to, from)
}

func (c *conn) init(in, out *half, local, remote Addr) {
	c.in, c.out, c.local, c.remote = in, out, local, remote
	c.done = make(chan struct{})
	c.rd, c.wd = newDeadline(), newDeadline()
}

func (c *conn) fail(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return &OpError{op, c.local.Network(), c.local, c.remote, err}
}

// Read reads what has come.
func (c *conn) Read(b []byte) (int, error) {
	if c == nil {
		return 0, syscall.EINVAL
	}
	n, err := c.in.read(b, &c.rd, c.done)
	return n, c.fail("read", err)
}

// Write writes.
func (c *conn) Write(b []byte) (int, error) {
	if c == nil {
		return 0, syscall.EINVAL
	}
	c.writing.Lock()
	defer c.writing.Unlock()
	n, err := c.out.write(b, &c.wd, c.done)
	return n, c.fail("write", err)
}

// Close ends the connection.
func (c *conn) Close() error {
	if c == nil {
		return syscall.EINVAL
	}
	err := error(errClosed)
	c.once.Do(func() {
		close(c.done)
		c.out.end()
		c.in.leave()
		err = nil
	})
	return c.fail("close", err)
}

// CloseRead ends reading.
func (c *conn) CloseRead() error {
	c.in.end()
	return nil
}

// CloseWrite ends writing.
func (c *conn) CloseWrite() error {
	c.out.end()
	return nil
}

// LocalAddr is this end.
func (c *conn) LocalAddr() Addr { return c.local }

// RemoteAddr is the other end.
func (c *conn) RemoteAddr() Addr { return c.remote }

func (c *conn) setDeadline(d *deadline, t time.Time) error {
	if isClosed(c.done) {
		return c.fail("set", errClosed)
	}
	d.set(t)
	return nil
}

// SetDeadline limits reading and writing.
func (c *conn) SetDeadline(t time.Time) error {
	c.setDeadline(&c.rd, t)
	return c.setDeadline(&c.wd, t)
}

// SetReadDeadline limits reading.
func (c *conn) SetReadDeadline(t time.Time) error { return c.setDeadline(&c.rd, t) }

// SetWriteDeadline limits writing.
func (c *conn) SetWriteDeadline(t time.Time) error { return c.setDeadline(&c.wd, t) }

// SetReadBuffer does nothing.
func (c *conn) SetReadBuffer(bytes int) error { return nil }

// SetWriteBuffer does nothing.
func (c *conn) SetWriteBuffer(bytes int) error { return nil }

// TCPConn is a connection by TCP.
type TCPConn struct{ conn }

// UnixConn is a connection by a socket with a name.
type UnixConn struct{ conn }

// SetKeepAlive does nothing.
func (c *TCPConn) SetKeepAlive(keepalive bool) error { return nil }

// SetKeepAlivePeriod does nothing.
func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error { return nil }

// SetLinger does nothing.
func (c *TCPConn) SetLinger(sec int) error { return nil }

// SetNoDelay does nothing.
func (c *TCPConn) SetNoDelay(noDelay bool) error { return nil }

// ReadFrom writes all that r gives.
func (c *TCPConn) ReadFrom(r io.Reader) (int64, error) { return io.Copy(struct{ io.Writer }{c}, r) }

// WriteTo writes all that comes to w.
func (c *TCPConn) WriteTo(w io.Writer) (int64, error) { return io.Copy(w, struct{ io.Reader }{c}) }
