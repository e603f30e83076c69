// SPDX-License-Identifier: MIT

// Package net on the loopback: streams, packets, pipes, deadlines, errors, addresses.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func echo() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		for {
			c, err := l.Accept()
			if err != nil {
				fmt.Println("accept:", errors.Is(err, net.ErrClosed))
				return
			}
			group.Add(1)
			go func() {
				defer group.Done()
				defer c.Close()
				s := bufio.NewScanner(c)
				for s.Scan() {
					fmt.Fprintln(c, strings.ToUpper(s.Text()))
				}
			}()
		}
	}()
	for i := 0; i < 3; i++ {
		c, err := net.Dial("tcp", l.Addr().String())
		check(err)
		fmt.Fprintf(c, "hello %d\nagain\n", i)
		c.(*net.TCPConn).CloseWrite()
		all, err := io.ReadAll(c)
		fmt.Printf("%q %v %v\n", all, err, c.RemoteAddr().String() == l.Addr().String())
		check(c.Close())
		fmt.Println(errors.Is(c.Close(), net.ErrClosed))
	}
	l.Close()
	group.Wait()
	_, err = net.Dial("tcp", l.Addr().String())
	fmt.Println(errors.Is(err, syscall.ECONNREFUSED), strings.HasSuffix(err.Error(), "connect: connection refused"))
}

func deadlines() {
	l, err := net.Listen("tcp", "localhost:0")
	check(err)
	c, err := net.Dial("tcp", l.Addr().String())
	check(err)
	other, err := l.Accept()
	check(err)
	c.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
	_, err = c.Read(make([]byte, 1))
	var e net.Error
	fmt.Println(errors.As(err, &e) && e.Timeout(), errors.Is(err, os.ErrDeadlineExceeded), strings.HasSuffix(err.Error(), ": i/o timeout"))
	c.SetReadDeadline(time.Time{})
	other.Write([]byte("x"))
	n, err := c.Read(make([]byte, 5))
	fmt.Println(n, err)
	c.SetWriteDeadline(time.Now().Add(10 * time.Millisecond))
	for err == nil {
		_, err = c.Write(make([]byte, 1<<20))
	}
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
	other.Close()
	_, err = io.ReadAll(other)
	fmt.Println(strings.HasSuffix(err.Error(), "use of closed network connection"))
	blocked := make(chan error)
	d, err := net.Dial("tcp", l.Addr().String())
	check(err)
	go func() {
		_, err := d.Read(make([]byte, 1))
		blocked <- err
	}()
	d.Close()
	fmt.Println(errors.Is(<-blocked, net.ErrClosed))
	l.(*net.TCPListener).SetDeadline(time.Now().Add(-time.Second))
	l.(*net.TCPListener).Accept() // the one from d
	l.Close()
}

func large() {
	l, err := net.Listen("tcp", ":0")
	check(err)
	go func() {
		c, err := l.Accept()
		check(err)
		for i := 0; i < 100; i++ {
			c.Write([]byte(strings.Repeat(string(rune('a'+i%26)), 10000)))
		}
		c.Close()
	}()
	_, port, err := net.SplitHostPort(l.Addr().String())
	check(err)
	c, err := (&net.Dialer{Timeout: time.Second}).DialContext(context.Background(), "tcp", net.JoinHostPort("localhost", port))
	check(err)
	all, err := io.ReadAll(c)
	fmt.Println(len(all), string(all[9999:10001]), err)
}

func packets() {
	a, err := net.ListenPacket("udp", "127.0.0.1:0")
	check(err)
	b, err := net.Dial("udp", a.LocalAddr().String())
	check(err)
	for _, word := range []string{"one", "", "three"} {
		b.Write([]byte(word))
		buf := make([]byte, 100)
		n, from, err := a.ReadFrom(buf)
		fmt.Printf("%q %v %v\n", buf[:n], err, from.String() == b.LocalAddr().String())
		a.WriteTo([]byte("re "+word), from)
		n, err = b.Read(buf)
		fmt.Printf("%q %v\n", buf[:n], err)
	}
	a.SetReadDeadline(time.Now())
	_, _, err = a.ReadFrom(nil)
	fmt.Println(os.IsTimeout(err))
	a.Close()
}

func pipes() {
	a, b := net.Pipe()
	go func() {
		a.Write([]byte("hello"))
		a.Close()
	}()
	all, err := io.ReadAll(b)
	fmt.Printf("%q %v %v\n", all, err, a.LocalAddr())
	_, err = b.Write([]byte("x"))
	fmt.Println(err)
	c, _ := net.Pipe()
	c.SetDeadline(time.Now().Add(-1))
	_, err = c.Read(make([]byte, 1))
	fmt.Println(err)
}

func addresses() {
	for _, s := range []string{"192.168.1.77", "::1", "2001:db8::ff00:42:8329", "::ffff:1.2.3.4", "1.2.3", "fe80::1::2", "256.1.1.1", "01.2.3.4", "::"} {
		ip := net.ParseIP(s)
		fmt.Println(s, ip, ip.IsLoopback(), ip.IsPrivate(), len(ip.To4()))
	}
	ip, n, err := net.ParseCIDR("192.168.5.9/20")
	fmt.Println(ip, n, n.Contains(net.IPv4(192, 168, 15, 1)), n.Contains(net.IPv4(192, 168, 16, 1)), err)
	_, _, err = net.ParseCIDR("1.2.3.4/33")
	fmt.Println(err, net.CIDRMask(20, 32), net.IPv4(1, 2, 3, 4).Mask(net.CIDRMask(16, 32)), net.IPv4(10, 0, 0, 1).DefaultMask())
	for _, s := range []string{"host:80", "[::1]:http", "host", "[::1", "a:b:c", ":80", "[h]x:1"} {
		host, port, err := net.SplitHostPort(s)
		fmt.Printf("%q %q %v\n", host, port, err)
	}
	fmt.Println(net.JoinHostPort("::1", "80"), net.JoinHostPort("h", "80"))
	mac, err := net.ParseMAC("00:1a:2B:3c:4d:5e")
	fmt.Println(mac, err)
	a, err := net.ResolveTCPAddr("tcp", "127.0.0.1:http")
	fmt.Println(a, a.Port, err)
	_, err = net.ResolveTCPAddr("tcp", "127.0.0.1:99999")
	fmt.Println(err)
	_, err = net.Dial("carrier-pigeon", "x:1")
	fmt.Println(err)
	_, err = net.Dial("tcp", "nope")
	fmt.Println(err)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(errors.Is(err, syscall.EADDRINUSE), strings.HasSuffix(err.Error(), "bind: address already in use"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = (&net.Dialer{}).DialContext(ctx, "tcp", l.Addr().String())
	fmt.Println(strings.HasSuffix(err.Error(), "operation was canceled"))
}

func main() {
	echo()
	deadlines()
	large()
	packets()
	pipes()
	addresses()
}

// Output:
// "HELLO 0\nAGAIN\n" <nil> true
// true
// "HELLO 1\nAGAIN\n" <nil> true
// true
// "HELLO 2\nAGAIN\n" <nil> true
// true
// accept: true
// true true
// true true true
// 1 <nil>
// true
// true
// true
// 1000000 ab <nil>
// "one" <nil> true
// "re one" <nil>
// "" <nil> true
// "re " <nil>
// "three" <nil> true
// "re three" <nil>
// true
// "hello" <nil> pipe
// io: read/write on closed pipe
// read pipe: i/o timeout
// 192.168.1.77 192.168.1.77 false true 4
// ::1 ::1 true false 0
// 2001:db8::ff00:42:8329 2001:db8::ff00:42:8329 false false 0
// ::ffff:1.2.3.4 1.2.3.4 false false 4
// 1.2.3 <nil> false false 0
// fe80::1::2 <nil> false false 0
// 256.1.1.1 <nil> false false 0
// 01.2.3.4 <nil> false false 0
// :: :: false false 0
// 192.168.5.9 192.168.0.0/20 true false <nil>
// invalid CIDR address: 1.2.3.4/33 fffff000 1.2.0.0 ff000000
// "host" "80" <nil>
// "::1" "http" <nil>
// "" "" address host: missing port in address
// "" "" address [::1: missing ']' in address
// "" "" address a:b:c: too many colons in address
// "" "80" <nil>
// "" "" address [h]x:1: missing port in address
// [::1]:80 h:80
// 00:1a:2b:3c:4d:5e <nil>
// 127.0.0.1:80 80 <nil>
// address 99999: invalid port
// dial carrier-pigeon: unknown network carrier-pigeon
// dial tcp: address nope: missing port in address
// true true
// true
