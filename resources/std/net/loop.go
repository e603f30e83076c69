// SPDX-License-Identifier: MIT

package net

import (
	"context"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

// The loopback: who listens where. Ports of TCP and of UDP are apart.
var loop struct {
	sync.Mutex
	tcp  map[int]*listener
	udp  map[int]*UDPConn
	unix map[string]*listener
	port int // given out last
}

// waiting is how many connections may wait to be accepted.
const waiting = 128

// listener takes connections of streams.
type listener struct {
	addr     Addr
	queue    chan Conn
	once     sync.Once
	done     chan struct{}
	deadline deadline
}

func newListener(addr Addr) *listener {
	return &listener{addr: addr, queue: make(chan Conn, waiting), done: make(chan struct{}), deadline: newDeadline()}
}

// freePort gives a port that nobody has; loop is locked.
func freePort(taken func(port int) bool) int {
	if loop.port == 0 {
		loop.port = 40000
	}
	for {
		loop.port++
		if loop.port > 60999 {
			loop.port = 32768
		}
		if !taken(loop.port) {
			return loop.port
		}
	}
}

// isHere tells whether an address is on the loopback.
func isHere(ip IP) bool { return len(ip) == 0 || ip.IsLoopback() || ip.IsUnspecified() }

func (l *listener) accept() (Conn, error) {
	if l == nil {
		return nil, syscall.EINVAL
	}
	err := error(errClosed)
	if !isClosed(l.done) {
		select {
		case c := <-l.queue:
			return c, nil
		case <-l.done:
		case <-l.deadline.wait():
			err = os.ErrDeadlineExceeded
		}
	}
	return nil, &OpError{Op: "accept", Net: l.addr.Network(), Addr: l.addr, Err: err}
}

// Addr gives where it listens.
func (l *listener) Addr() Addr { return l.addr }

// Close ends it; connections that wait are refused.
func (l *listener) Close() error {
	closed := true
	l.once.Do(func() {
		closed = false
		loop.Lock()
		switch a := l.addr.(type) {
		case *TCPAddr:
			delete(loop.tcp, a.Port)
		case *UnixAddr:
			delete(loop.unix, a.Name)
		}
		loop.Unlock()
		close(l.done)
		for len(l.queue) > 0 {
			(<-l.queue).Close()
		}
	})
	if closed {
		return &OpError{Op: "close", Net: l.addr.Network(), Addr: l.addr, Err: errClosed}
	}
	return nil
}

// SetDeadline limits Accept.
func (l *listener) SetDeadline(t time.Time) error {
	l.deadline.set(t)
	return nil
}

// TCPListener takes connections by TCP.
type TCPListener struct{ *listener }

// Accept waits for a connection.
func (l *TCPListener) Accept() (Conn, error) { return l.listener.accept() }

// AcceptTCP waits for a connection.
func (l *TCPListener) AcceptTCP() (*TCPConn, error) {
	c, err := l.listener.accept()
	if err != nil {
		return nil, err
	}
	return c.(*TCPConn), nil
}

// UnixListener takes connections by a name.
type UnixListener struct{ *listener }

// Accept waits for a connection.
func (l *UnixListener) Accept() (Conn, error) { return l.listener.accept() }

// AcceptUnix waits for a connection.
func (l *UnixListener) AcceptUnix() (*UnixConn, error) {
	c, err := l.listener.accept()
	if err != nil {
		return nil, err
	}
	return c.(*UnixConn), nil
}

// SetUnlinkOnClose does nothing.
func (l *UnixListener) SetUnlinkOnClose(unlink bool) {}

// ListenTCP listens by TCP.
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error) {
	if !strings.HasPrefix(network, "tcp") {
		return nil, &OpError{Op: "listen", Net: network, Addr: laddr, Err: UnknownNetworkError(network)}
	}
	a := TCPAddr{}
	if laddr != nil {
		a = *laddr
	}
	if len(a.IP) == 0 {
		a.IP = IPv6unspecified
		if network == "tcp4" {
			a.IP = IPv4zero
		}
	}
	if !isHere(a.IP) {
		return nil, &OpError{Op: "listen", Net: network, Addr: &a, Err: os.NewSyscallError("bind", syscall.EADDRNOTAVAIL)}
	}
	loop.Lock()
	defer loop.Unlock()
	taken := func(port int) bool { return loop.tcp[port] != nil }
	if a.Port == 0 {
		a.Port = freePort(taken)
	} else if taken(a.Port) {
		return nil, &OpError{Op: "listen", Net: network, Addr: &a, Err: os.NewSyscallError("bind", syscall.EADDRINUSE)}
	}
	l := newListener(&a)
	if loop.tcp == nil {
		loop.tcp = make(map[int]*listener)
	}
	loop.tcp[a.Port] = l
	return &TCPListener{l}, nil
}

// ListenUnix listens with a name.
func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error) {
	loop.Lock()
	defer loop.Unlock()
	if loop.unix[laddr.Name] != nil {
		return nil, &OpError{Op: "listen", Net: network, Addr: laddr, Err: os.NewSyscallError("bind", syscall.EADDRINUSE)}
	}
	l := newListener(&UnixAddr{laddr.Name, network})
	if loop.unix == nil {
		loop.unix = make(map[string]*listener)
	}
	loop.unix[laddr.Name] = l
	return &UnixListener{l}, nil
}

// Listen listens on a loopback address.
func Listen(network, address string) (Listener, error) {
	return (&ListenConfig{}).Listen(context.Background(), network, address)
}

// ListenConfig says how to listen.
type ListenConfig struct {
	Control   func(network, address string, c syscall.RawConn) error
	KeepAlive time.Duration
}

// Listen listens on a loopback address.
func (lc *ListenConfig) Listen(ctx context.Context, network, address string) (Listener, error) {
	switch network {
	case "unix", "unixpacket":
		return ListenUnix(network, &UnixAddr{address, network})
	case "tcp", "tcp4", "tcp6":
		a, err := ResolveTCPAddr(network, address)
		if err != nil {
			return nil, &OpError{Op: "listen", Net: network, Err: err}
		}
		return ListenTCP(network, a)
	}
	return nil, &OpError{Op: "listen", Net: network, Err: UnknownNetworkError(network)}
}

// ListenPacket listens for packets.
func (lc *ListenConfig) ListenPacket(ctx context.Context, network, address string) (PacketConn, error) {
	return ListenPacket(network, address)
}

// ---- dialing ----

// Dialer says how to connect.
type Dialer struct {
	Timeout       time.Duration
	Deadline      time.Time
	LocalAddr     Addr
	DualStack     bool
	FallbackDelay time.Duration
	KeepAlive     time.Duration
	Resolver      *Resolver
	Cancel        <-chan struct{}
}

// Dial connects.
func (d *Dialer) Dial(network, address string) (Conn, error) {
	return d.DialContext(context.Background(), network, address)
}

// Dial connects to an address of the loopback.
func Dial(network, address string) (Conn, error) { return (&Dialer{}).Dial(network, address) }

// DialTimeout connects within a time.
func DialTimeout(network, address string, timeout time.Duration) (Conn, error) {
	return (&Dialer{Timeout: timeout}).Dial(network, address)
}

// DialContext connects.
func (d *Dialer) DialContext(ctx context.Context, network, address string) (Conn, error) {
	if ctx == nil {
		panic("nil context")
	}
	if d.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d.Timeout)
		defer cancel()
	}
	if !d.Deadline.IsZero() {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, d.Deadline)
		defer cancel()
	}
	switch network {
	case "tcp", "tcp4", "tcp6":
		a, err := ResolveTCPAddr(network, address)
		if err == nil && address == "" {
			err = errMissingAddress
		}
		if err != nil {
			return nil, &OpError{Op: "dial", Net: network, Err: err}
		}
		local, _ := d.LocalAddr.(*TCPAddr)
		c, err := dialTCP(ctx, network, local, a)
		if err != nil {
			return nil, err
		}
		return c, nil
	case "udp", "udp4", "udp6":
		a, err := ResolveUDPAddr(network, address)
		if err != nil {
			return nil, &OpError{Op: "dial", Net: network, Err: err}
		}
		local, _ := d.LocalAddr.(*UDPAddr)
		return DialUDP(network, local, a)
	case "unix", "unixpacket":
		return dialUnix(ctx, network, &UnixAddr{address, network})
	}
	return nil, &OpError{Op: "dial", Net: network, Err: UnknownNetworkError(network)}
}

// DialTCP connects by TCP.
func DialTCP(network string, laddr, raddr *TCPAddr) (*TCPConn, error) {
	if raddr == nil {
		return nil, &OpError{Op: "dial", Net: network, Err: errMissingAddress}
	}
	return dialTCP(context.Background(), network, laddr, raddr)
}

// handOver puts a connection into a listener's queue.
func handOver(ctx context.Context, l *listener, c Conn) error {
	if err := ctx.Err(); err != nil {
		return ctxError(err)
	}
	select {
	case l.queue <- c:
		return nil
	default:
	}
	select {
	case l.queue <- c:
		return nil
	case <-l.done:
		return os.NewSyscallError("connect", syscall.ECONNREFUSED)
	case <-ctx.Done():
		return ctxError(ctx.Err())
	}
}

func ctxError(err error) error {
	if err == context.DeadlineExceeded {
		return errTimeout
	}
	return errCanceled
}

func dialTCP(ctx context.Context, network string, laddr, raddr *TCPAddr) (*TCPConn, error) {
	to := *raddr
	fail := func(err error) (*TCPConn, error) {
		return nil, &OpError{Op: "dial", Net: network, Addr: &to, Err: err}
	}
	if !isHere(to.IP) {
		return fail(os.NewSyscallError("connect", syscall.ENETUNREACH))
	}
	if len(to.IP) == 0 || to.IP.IsUnspecified() {
		to.IP = IPv4(127, 0, 0, 1)
	}
	loop.Lock()
	l := loop.tcp[to.Port]
	from := &TCPAddr{IP: to.IP, Port: freePort(func(port int) bool { return loop.tcp[port] != nil })}
	loop.Unlock()
	if laddr != nil && laddr.Port != 0 {
		from.Port = laddr.Port
	}
	if l == nil || !reaches(l.addr.(*TCPAddr).IP, to.IP) {
		if err := ctx.Err(); err != nil {
			return fail(ctxError(err))
		}
		return fail(os.NewSyscallError("connect", syscall.ECONNREFUSED))
	}
	client, server := &TCPConn{}, &TCPConn{}
	connect(&client.conn, &server.conn, from, &to)
	if err := handOver(ctx, l, server); err != nil {
		return fail(err)
	}
	return client, nil
}

// reaches tells whether who listens at one address is there for another.
func reaches(at, to IP) bool { return at.IsUnspecified() || at.Equal(to) }

// DialUnix connects by a name.
func DialUnix(network string, laddr, raddr *UnixAddr) (*UnixConn, error) {
	return dialUnix(context.Background(), network, raddr)
}

func dialUnix(ctx context.Context, network string, raddr *UnixAddr) (*UnixConn, error) {
	loop.Lock()
	l := loop.unix[raddr.Name]
	loop.Unlock()
	err := os.NewSyscallError("connect", syscall.ENOENT)
	if l != nil {
		client, server := &UnixConn{}, &UnixConn{}
		connect(&client.conn, &server.conn, &UnixAddr{"", network}, raddr)
		if err = handOver(ctx, l, server); err == nil {
			return client, nil
		}
	}
	return nil, &OpError{Op: "dial", Net: network, Addr: raddr, Err: err}
}
