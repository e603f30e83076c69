// SPDX-License-Identifier: MIT

package net

import (
	"context"
	"strconv"
	"strings"
)

// SplitHostPort takes "host:port" and "[host]:port" apart.
func SplitHostPort(hostport string) (host, port string, err error) {
	wrong := func(why string) (string, string, error) { return "", "", &AddrError{why, hostport} }
	i := strings.LastIndexByte(hostport, ':')
	if i < 0 {
		return wrong("missing port in address")
	}
	if hostport[0] == '[' {
		end := strings.IndexByte(hostport, ']')
		if end < 0 {
			return wrong("missing ']' in address")
		}
		switch {
		case end+1 == len(hostport):
			return wrong("missing port in address")
		case end+1 != i && hostport[end+1] == ':':
			return wrong("too many colons in address")
		case end+1 != i:
			return wrong("missing port in address")
		}
		host = hostport[1:end]
	} else {
		host = hostport[:i]
		if strings.IndexByte(host, ':') >= 0 {
			return wrong("too many colons in address")
		}
	}
	if strings.ContainsAny(host, "[]") {
		return wrong("unexpected '" + string(host[strings.IndexAny(host, "[]")]) + "' in address")
	}
	return host, hostport[i+1:], nil
}

// JoinHostPort puts them together.
func JoinHostPort(host, port string) string {
	if strings.IndexByte(host, ':') >= 0 {
		return "[" + host + "]:" + port
	}
	return host + ":" + port
}

// TCPAddr is an end of a TCP connection.
type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

// UDPAddr is an end of UDP.
type UDPAddr struct {
	IP   IP
	Port int
	Zone string
}

// IPAddr is a host.
type IPAddr struct {
	IP   IP
	Zone string
}

// UnixAddr is a socket with a name.
type UnixAddr struct {
	Name string
	Net  string
}

func ipText(ip IP, zone string) string {
	if len(ip) == 0 {
		return ""
	}
	if zone != "" {
		return ip.String() + "%" + zone
	}
	return ip.String()
}

// Network gives "tcp".
func (a *TCPAddr) Network() string { return "tcp" }

func (a *TCPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return JoinHostPort(ipText(a.IP, a.Zone), strconv.Itoa(a.Port))
}

// Network gives "udp".
func (a *UDPAddr) Network() string { return "udp" }

func (a *UDPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return JoinHostPort(ipText(a.IP, a.Zone), strconv.Itoa(a.Port))
}

// Network gives "ip".
func (a *IPAddr) Network() string { return "ip" }

func (a *IPAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return ipText(a.IP, a.Zone)
}

// Network gives the network.
func (a *UnixAddr) Network() string { return a.Net }

func (a *UnixAddr) String() string {
	if a == nil {
		return "<nil>"
	}
	return a.Name
}

// ---- names ----

var services = map[string]int{"http": 80, "https": 443, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53,
	"pop3": 110, "ntp": 123, "imap": 143}

// LookupPort gives the number of a port.
func LookupPort(network, service string) (port int, err error) {
	if service == "" {
		return 0, nil
	}
	if n, err := strconv.Atoi(service); err == nil {
		if n < 0 || n > 65535 {
			return 0, &AddrError{"invalid port", service}
		}
		return n, nil
	}
	if n, ok := services[strings.ToLower(service)]; ok {
		return n, nil
	}
	return 0, &DNSError{Err: "unknown port", Name: network + "/" + service, IsNotFound: true}
}

// lookup gives the address of a host: there is only this one.
func lookup(host string) (IP, error) {
	if ip := ParseIP(host); ip != nil {
		return ip, nil
	}
	switch host {
	case "localhost", "localhost.localdomain", "sluice":
		return IPv4(127, 0, 0, 1), nil
	case "ip6-localhost":
		return IPv6loopback, nil
	case "":
		return nil, &DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	return nil, &DNSError{Err: "no such host (programs have no network but their own loopback)", Name: host, IsNotFound: true}
}

// Resolver looks names up.
type Resolver struct {
	PreferGo     bool
	StrictErrors bool
	Dial         func(ctx context.Context, network, address string) (Conn, error)
}

// DefaultResolver is what the functions use.
var DefaultResolver = &Resolver{}

// LookupHost gives the addresses of a host.
func (r *Resolver) LookupHost(ctx context.Context, host string) (addrs []string, err error) {
	ip, err := lookup(host)
	if err != nil {
		return nil, err
	}
	if host == "localhost" {
		return []string{"::1", "127.0.0.1"}, nil
	}
	return []string{ip.String()}, nil
}

// LookupIPAddr gives the addresses of a host.
func (r *Resolver) LookupIPAddr(ctx context.Context, host string) ([]IPAddr, error) {
	list, err := r.LookupHost(ctx, host)
	var out []IPAddr
	for _, s := range list {
		out = append(out, IPAddr{IP: ParseIP(s)})
	}
	return out, err
}

// LookupPort gives the number of a port.
func (r *Resolver) LookupPort(ctx context.Context, network, service string) (port int, err error) {
	return LookupPort(network, service)
}

// LookupHost gives the addresses of a host.
func LookupHost(host string) (addrs []string, err error) {
	return DefaultResolver.LookupHost(context.Background(), host)
}

// LookupIP gives the addresses of a host.
func LookupIP(host string) ([]IP, error) {
	list, err := LookupHost(host)
	var out []IP
	for _, s := range list {
		out = append(out, ParseIP(s))
	}
	return out, err
}

// LookupAddr gives the names of an address.
func LookupAddr(addr string) (names []string, err error) {
	if ip := ParseIP(addr); ip != nil && ip.IsLoopback() {
		return []string{"localhost"}, nil
	}
	return nil, &DNSError{Err: "no such host", Name: addr, IsNotFound: true}
}

// LookupCNAME gives the name of a host.
func LookupCNAME(host string) (string, error) {
	_, err := lookup(host)
	return host + ".", err
}

// ---- resolving ----

func resolve(network, kind, address string) (IP, int, error) {
	if !strings.HasPrefix(network, kind) || len(network) > len(kind)+1 || strings.Trim(network[len(kind):], "46") != "" {
		return nil, 0, UnknownNetworkError(network)
	}
	if address == "" {
		return nil, 0, nil
	}
	host, service, err := SplitHostPort(address)
	if err != nil {
		return nil, 0, err
	}
	port, err := LookupPort(network, service)
	if err != nil || host == "" {
		return nil, port, err
	}
	ip, err := lookup(host)
	return ip, port, err
}

// ResolveTCPAddr reads an address.
func ResolveTCPAddr(network, address string) (*TCPAddr, error) {
	if network == "" {
		network = "tcp"
	}
	ip, port, err := resolve(network, "tcp", address)
	if err != nil {
		return nil, err
	}
	return &TCPAddr{IP: ip, Port: port}, nil
}

// ResolveUDPAddr reads an address.
func ResolveUDPAddr(network, address string) (*UDPAddr, error) {
	if network == "" {
		network = "udp"
	}
	ip, port, err := resolve(network, "udp", address)
	if err != nil {
		return nil, err
	}
	return &UDPAddr{IP: ip, Port: port}, nil
}

// ResolveIPAddr reads an address.
func ResolveIPAddr(network, address string) (*IPAddr, error) {
	ip, err := lookup(address)
	if err != nil {
		return nil, err
	}
	return &IPAddr{IP: ip}, nil
}

// ResolveUnixAddr reads an address.
func ResolveUnixAddr(network, address string) (*UnixAddr, error) {
	switch network {
	case "unix", "unixgram", "unixpacket":
		return &UnixAddr{address, network}, nil
	}
	return nil, UnknownNetworkError(network)
}

// ---- interfaces ----

// Flags of an interface.
type Flags uint

// The flags.
const (
	FlagUp Flags = 1 << iota
	FlagBroadcast
	FlagLoopback
	FlagPointToPoint
	FlagMulticast
	FlagRunning
)

func (f Flags) String() string {
	var out []string
	for i, name := range []string{"up", "broadcast", "loopback", "pointtopoint", "multicast", "running"} {
		if f&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	if out == nil {
		return "0"
	}
	return strings.Join(out, "|")
}

// Interface is a device; there is the loopback only.
type Interface struct {
	Index        int
	MTU          int
	Name         string
	HardwareAddr HardwareAddr
	Flags        Flags
}

// Interfaces gives all of them.
func Interfaces() ([]Interface, error) {
	return []Interface{{Index: 1, MTU: 65536, Name: "lo", Flags: FlagUp | FlagLoopback | FlagRunning}}, nil
}

// InterfaceByName gives one.
func InterfaceByName(name string) (*Interface, error) {
	if name == "lo" {
		list, _ := Interfaces()
		return &list[0], nil
	}
	return nil, &OpError{Op: "route", Net: "ip+net", Err: &AddrError{Err: "no such network interface"}}
}

// Addrs gives its addresses.
func (ifi *Interface) Addrs() ([]Addr, error) { return InterfaceAddrs() }

// InterfaceAddrs gives this host's addresses.
func InterfaceAddrs() ([]Addr, error) {
	return []Addr{&IPNet{IPv4(127, 0, 0, 1), CIDRMask(8, 32)}, &IPNet{IPv6loopback, CIDRMask(128, 128)}}, nil
}
