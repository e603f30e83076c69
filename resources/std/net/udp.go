// SPDX-License-Identifier: MIT

package net

import (
	"io"
	"os"
	"sync"
	"syscall"
	"time"
)

type packet struct {
	data []byte
	from *UDPAddr
}

// UDPConn sends and receives packets.
type UDPConn struct {
	local, remote *UDPAddr // remote: null unless connected
	queue         chan packet
	once          sync.Once
	done          chan struct{}
	rd, wd        deadline
}

func (c *UDPConn) fail(op string, to Addr, err error) error {
	if err == nil {
		return nil
	}
	return &OpError{op, "udp", c.local, to, err}
}

// bindUDP takes a port.
func bindUDP(op, network string, laddr, remote *UDPAddr) (*UDPConn, error) {
	a := UDPAddr{}
	if laddr != nil {
		a = *laddr
	}
	if len(a.IP) == 0 {
		a.IP = IPv6unspecified
		if network == "udp4" {
			a.IP = IPv4zero
		}
		if remote != nil {
			a.IP = remote.IP
		}
	}
	loop.Lock()
	defer loop.Unlock()
	taken := func(port int) bool { return loop.udp[port] != nil }
	if a.Port == 0 {
		a.Port = freePort(taken)
	} else if taken(a.Port) {
		return nil, &OpError{Op: op, Net: network, Addr: &a, Err: os.NewSyscallError("bind", syscall.EADDRINUSE)}
	}
	c := &UDPConn{local: &a, remote: remote, queue: make(chan packet, 256), done: make(chan struct{}), rd: newDeadline(), wd: newDeadline()}
	if loop.udp == nil {
		loop.udp = make(map[int]*UDPConn)
	}
	loop.udp[a.Port] = c
	return c, nil
}

// ListenUDP takes packets.
func ListenUDP(network string, laddr *UDPAddr) (*UDPConn, error) {
	return bindUDP("listen", network, laddr, nil)
}

// DialUDP sends packets to one address, and takes those from there.
func DialUDP(network string, laddr, raddr *UDPAddr) (*UDPConn, error) {
	if raddr == nil {
		return nil, &OpError{Op: "dial", Net: network, Err: errMissingAddress}
	}
	to := *raddr
	if !isHere(to.IP) {
		return nil, &OpError{Op: "dial", Net: network, Addr: &to, Err: os.NewSyscallError("connect", syscall.ENETUNREACH)}
	}
	if len(to.IP) == 0 || to.IP.IsUnspecified() {
		to.IP = IPv4(127, 0, 0, 1)
	}
	return bindUDP("dial", network, laddr, &to)
}

// ListenPacket takes packets at an address.
func ListenPacket(network, address string) (PacketConn, error) {
	a, err := ResolveUDPAddr(network, address)
	if err != nil {
		return nil, &OpError{Op: "listen", Net: network, Err: err}
	}
	return ListenUDP(network, a)
}

func (c *UDPConn) receive(b []byte) (int, *UDPAddr, error) {
	if isClosed(c.done) {
		return 0, nil, c.fail("read", nil, errClosed)
	}
	passed := c.rd.wait()
	if isClosed(passed) {
		return 0, nil, c.fail("read", nil, os.ErrDeadlineExceeded)
	}
	select {
	case p := <-c.queue:
		return copy(b, p.data), p.from, nil
	case <-passed:
		return 0, nil, c.fail("read", nil, os.ErrDeadlineExceeded)
	case <-c.done:
		return 0, nil, c.fail("read", nil, errClosed)
	}
}

func (c *UDPConn) send(b []byte, to *UDPAddr) (int, error) {
	if isClosed(c.done) {
		return 0, c.fail("write", to, errClosed)
	}
	if !isHere(to.IP) {
		return 0, c.fail("write", to, os.NewSyscallError("sendto", syscall.ENETUNREACH))
	}
	loop.Lock()
	other := loop.udp[to.Port]
	loop.Unlock()
	if other == nil || other.remote != nil && other.remote.Port != c.local.Port {
		return len(b), nil // nobody is there: the packet is lost
	}
	from := *c.local
	if from.IP.IsUnspecified() {
		from.IP = IPv4(127, 0, 0, 1)
	}
	select {
	case other.queue <- packet{append([]byte(nil), b...), &from}:
	default: // so is one too many
	}
	return len(b), nil
}

// Read takes a packet.
func (c *UDPConn) Read(b []byte) (int, error) {
	n, _, err := c.receive(b)
	return n, err
}

// ReadFrom takes a packet, and says from whom.
func (c *UDPConn) ReadFrom(b []byte) (int, Addr, error) {
	n, from, err := c.receive(b)
	if err != nil {
		return n, nil, err
	}
	return n, from, nil
}

// ReadFromUDP takes a packet, and says from whom.
func (c *UDPConn) ReadFromUDP(b []byte) (int, *UDPAddr, error) { return c.receive(b) }

// Write sends a packet to whom it is connected with.
func (c *UDPConn) Write(b []byte) (int, error) {
	if c.remote == nil {
		return 0, c.fail("write", nil, os.NewSyscallError("write", syscall.EDESTADDRREQ))
	}
	return c.send(b, c.remote)
}

// WriteTo sends a packet.
func (c *UDPConn) WriteTo(b []byte, addr Addr) (int, error) {
	to, ok := addr.(*UDPAddr)
	if !ok {
		return 0, c.fail("write", addr, syscall.EINVAL)
	}
	return c.WriteToUDP(b, to)
}

// WriteToUDP sends a packet.
func (c *UDPConn) WriteToUDP(b []byte, addr *UDPAddr) (int, error) {
	if c.remote != nil {
		return 0, c.fail("write", addr, ErrWriteToConnected)
	}
	if addr == nil {
		return 0, c.fail("write", nil, errMissingAddress)
	}
	return c.send(b, addr)
}

// Close gives the port up.
func (c *UDPConn) Close() error {
	err := error(errClosed)
	c.once.Do(func() {
		loop.Lock()
		delete(loop.udp, c.local.Port)
		loop.Unlock()
		close(c.done)
		err = nil
	})
	return c.fail("close", nil, err)
}

// LocalAddr is this end.
func (c *UDPConn) LocalAddr() Addr { return c.local }

// RemoteAddr is the other end, or nil.
func (c *UDPConn) RemoteAddr() Addr {
	if c.remote == nil {
		return nil
	}
	return c.remote
}

// SetDeadline limits reading and writing.
func (c *UDPConn) SetDeadline(t time.Time) error {
	c.rd.set(t)
	c.wd.set(t)
	return nil
}

// SetReadDeadline limits reading.
func (c *UDPConn) SetReadDeadline(t time.Time) error {
	c.rd.set(t)
	return nil
}

// SetWriteDeadline limits writing.
func (c *UDPConn) SetWriteDeadline(t time.Time) error {
	c.wd.set(t)
	return nil
}

// SetReadBuffer does nothing.
func (c *UDPConn) SetReadBuffer(bytes int) error { return nil }

// SetWriteBuffer does nothing.
func (c *UDPConn) SetWriteBuffer(bytes int) error { return nil }

var _ io.ReadWriteCloser = (*UDPConn)(nil)
