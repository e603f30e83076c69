// SPDX-License-Identifier: MIT

package net

import (
	"bytes"
	"strconv"
	"strings"
)

// Lengths of addresses.
const (
	IPv4len = 4
	IPv6len = 16
)

// IP is an address, of 4 or 16 bytes.
type IP []byte

// IPMask is a mask of addresses.
type IPMask []byte

// IPNet is a network.
type IPNet struct {
	IP   IP
	Mask IPMask
}

var v4Prefix = []byte{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}

// IPv4 gives an address in 16 bytes.
func IPv4(a, b, c, d byte) IP { return append(append(IP(nil), v4Prefix...), a, b, c, d) }

// IPv4Mask gives a mask.
func IPv4Mask(a, b, c, d byte) IPMask { return IPMask{a, b, c, d} }

// Known addresses.
var (
	IPv4bcast     = IPv4(255, 255, 255, 255)
	IPv4allsys    = IPv4(224, 0, 0, 1)
	IPv4allrouter = IPv4(224, 0, 0, 2)
	IPv4zero      = IPv4(0, 0, 0, 0)

	IPv6zero                   = make(IP, IPv6len)
	IPv6unspecified            = make(IP, IPv6len)
	IPv6loopback               = IP{15: 1}
	IPv6interfacelocalallnodes = IP{0: 0xff, 1: 1, 15: 1}
	IPv6linklocalallnodes      = IP{0: 0xff, 1: 2, 15: 1}
	IPv6linklocalallrouters    = IP{0: 0xff, 1: 2, 15: 2}
)

// CIDRMask gives a mask of ones ones.
func CIDRMask(ones, bits int) IPMask {
	if bits != 8*IPv4len && bits != 8*IPv6len || ones < 0 || ones > bits {
		return nil
	}
	m := make(IPMask, bits/8)
	for i := range ones {
		m[i/8] |= 0x80 >> (i % 8)
	}
	return m
}

// Size gives the numbers of ones and of all bits; 0, 0 if the ones are not all in front.
func (m IPMask) Size() (ones, bits int) {
	bits = 8 * len(m)
	for ones < bits && m[ones/8]&(0x80>>(ones%8)) != 0 {
		ones++
	}
	for i := ones; i < bits; i++ {
		if m[i/8]&(0x80>>(i%8)) != 0 {
			return 0, 0
		}
	}
	return
}

func (m IPMask) String() string {
	if len(m) == 0 {
		return "<nil>"
	}
	s := ""
	for _, b := range m {
		s += strconv.FormatUint(uint64(b)>>4, 16) + strconv.FormatUint(uint64(b)&15, 16)
	}
	return s
}

// To4 gives the address in 4 bytes, or nil.
func (ip IP) To4() IP {
	if len(ip) == IPv4len {
		return ip
	}
	if len(ip) == IPv6len && bytes.Equal(ip[:12], v4Prefix) {
		return ip[12:]
	}
	return nil
}

// To16 gives the address in 16 bytes, or nil.
func (ip IP) To16() IP {
	if len(ip) == IPv4len {
		return IPv4(ip[0], ip[1], ip[2], ip[3])
	}
	if len(ip) == IPv6len {
		return ip
	}
	return nil
}

// Equal tells whether two addresses are one.
func (ip IP) Equal(x IP) bool {
	a, b := ip.To16(), x.To16()
	return len(ip) == len(x) && bytes.Equal(ip, x) || a != nil && b != nil && bytes.Equal(a, b)
}

// IsLoopback tells whether it is an address of this host.
func (ip IP) IsLoopback() bool {
	if v4 := ip.To4(); v4 != nil {
		return v4[0] == 127
	}
	return ip.Equal(IPv6loopback)
}

// IsUnspecified tells whether it is 0.0.0.0 or ::.
func (ip IP) IsUnspecified() bool { return ip.Equal(IPv4zero) || ip.Equal(IPv6unspecified) }

// IsPrivate tells whether it is an address of a private network.
func (ip IP) IsPrivate() bool {
	if v4 := ip.To4(); v4 != nil {
		return v4[0] == 10 || v4[0] == 172 && v4[1]&0xf0 == 16 || v4[0] == 192 && v4[1] == 168
	}
	return len(ip) == IPv6len && ip[0]&0xfe == 0xfc
}

// IsMulticast tells whether it is an address of a group.
func (ip IP) IsMulticast() bool {
	if v4 := ip.To4(); v4 != nil {
		return v4[0]&0xf0 == 0xe0
	}
	return len(ip) == IPv6len && ip[0] == 0xff
}

// IsInterfaceLocalMulticast tells whether it is such a group.
func (ip IP) IsInterfaceLocalMulticast() bool {
	return len(ip) == IPv6len && ip[0] == 0xff && ip[1]&0x0f == 1
}

// IsLinkLocalMulticast tells whether it is such a group.
func (ip IP) IsLinkLocalMulticast() bool {
	if v4 := ip.To4(); v4 != nil {
		return v4[0] == 224 && v4[1] == 0 && v4[2] == 0
	}
	return len(ip) == IPv6len && ip[0] == 0xff && ip[1]&0x0f == 2
}

// IsLinkLocalUnicast tells whether it is such an address.
func (ip IP) IsLinkLocalUnicast() bool {
	if v4 := ip.To4(); v4 != nil {
		return v4[0] == 169 && v4[1] == 254
	}
	return len(ip) == IPv6len && ip[0] == 0xfe && ip[1]&0xc0 == 0x80
}

// IsGlobalUnicast tells whether it is such an address.
func (ip IP) IsGlobalUnicast() bool {
	return (len(ip) == IPv4len || len(ip) == IPv6len) && !ip.Equal(IPv4bcast) && !ip.IsUnspecified() && !ip.IsLoopback() &&
		!ip.IsMulticast() && !ip.IsLinkLocalUnicast()
}

// DefaultMask gives the mask of the address's class.
func (ip IP) DefaultMask() IPMask {
	v4 := ip.To4()
	switch {
	case v4 == nil:
		return nil
	case v4[0] < 0x80:
		return CIDRMask(8, 32)
	case v4[0] < 0xc0:
		return CIDRMask(16, 32)
	}
	return CIDRMask(24, 32)
}

// Mask gives the address with the mask's zeros zero.
func (ip IP) Mask(mask IPMask) IP {
	if len(mask) == IPv6len && len(ip) == IPv4len && bytes.Equal(mask[:12], bytes.Repeat([]byte{0xff}, 12)) {
		mask = mask[12:]
	}
	if len(mask) == IPv4len && ip.To4() != nil {
		ip = ip.To4()
	}
	if len(ip) != len(mask) {
		return nil
	}
	out := make(IP, len(ip))
	for i := range ip {
		out[i] = ip[i] & mask[i]
	}
	return out
}

func (ip IP) String() string {
	if len(ip) == 0 {
		return "<nil>"
	}
	if v4 := ip.To4(); v4 != nil {
		return strconv.Itoa(int(v4[0])) + "." + strconv.Itoa(int(v4[1])) + "." + strconv.Itoa(int(v4[2])) + "." + strconv.Itoa(int(v4[3]))
	}
	if len(ip) != IPv6len {
		s := "?"
		for _, b := range ip {
			s += string("0123456789abcdef"[b>>4]) + string("0123456789abcdef"[b&15])
		}
		return s
	}
	return text6(ip)
}

// text6 writes an address of 16 bytes with its longest run of zeros left out (RFC 5952).
func text6(ip IP) string {
	from, length := -1, 1
	for i := 0; i < 8; i++ {
		n := 0
		for i+n < 8 && ip[2*(i+n)] == 0 && ip[2*(i+n)+1] == 0 {
			n++
		}
		if n > length {
			from, length = i, n
		}
	}
	s := ""
	for i := 0; i < 8; i++ {
		if i == from {
			s += "::"
			i += length - 1
			continue
		}
		if s != "" && !strings.HasSuffix(s, "::") {
			s += ":"
		}
		s += strconv.FormatUint(uint64(ip[2*i])<<8|uint64(ip[2*i+1]), 16)
	}
	return s
}

// MarshalText writes the address.
func (ip IP) MarshalText() ([]byte, error) { return ip.AppendText(nil) }

// AppendText appends the address.
func (ip IP) AppendText(b []byte) ([]byte, error) {
	if len(ip) == 0 {
		return b, nil
	}
	if len(ip) != IPv4len && len(ip) != IPv6len {
		return b, &AddrError{"invalid IP address", ip.String()}
	}
	return append(b, ip.String()...), nil
}

// UnmarshalText reads an address.
func (ip *IP) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*ip = nil
		return nil
	}
	x := ParseIP(string(text))
	if x == nil {
		return &ParseError{"IP address", string(text)}
	}
	*ip = x
	return nil
}

func parse4(s string) IP {
	parts := strings.Split(s, ".")
	if len(parts) != 4 {
		return nil
	}
	var b [4]byte
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 8)
		if err != nil || len(p) > 1 && p[0] == '0' || p[0] == '+' {
			return nil
		}
		b[i] = byte(n)
	}
	return IPv4(b[0], b[1], b[2], b[3])
}

func parse6(s string) IP {
	head, tail, gap := strings.Cut(s, "::")
	words := func(s string) (out []byte, ok bool) {
		if s == "" {
			return nil, true
		}
		list := strings.Split(s, ":")
		for i, w := range list {
			if i == len(list)-1 && strings.Contains(w, ".") {
				v4 := parse4(w)
				if v4 == nil {
					return nil, false
				}
				out = append(out, v4[12:]...)
				continue
			}
			n, err := strconv.ParseUint(w, 16, 16)
			if err != nil || len(w) > 4 {
				return nil, false
			}
			out = append(out, byte(n>>8), byte(n))
		}
		return out, true
	}
	a, ok1 := words(head)
	b, ok2 := words(tail)
	n := len(a) + len(b)
	if !ok1 || !ok2 || n > IPv6len || !gap && n != IPv6len || gap && n == IPv6len {
		return nil
	}
	out := make(IP, IPv6len)
	copy(out, a)
	copy(out[IPv6len-len(b):], b)
	return out
}

// ParseIP reads an address; nil if it is none.
func ParseIP(s string) IP {
	if strings.Contains(s, ":") {
		return parse6(s)
	}
	return parse4(s)
}

// ParseCIDR reads "192.0.2.1/24".
func ParseCIDR(s string) (IP, *IPNet, error) {
	text, bits, ok := strings.Cut(s, "/")
	ip := ParseIP(text)
	size := 8 * IPv6len
	if ip != nil && !strings.Contains(text, ":") {
		size = 8 * IPv4len
	}
	n, err := strconv.Atoi(bits)
	if !ok || ip == nil || err != nil || n < 0 || n > size {
		return nil, nil, &ParseError{"CIDR address", s}
	}
	m := CIDRMask(n, size)
	return ip, &IPNet{ip.Mask(m), m}, nil
}

// Contains tells whether the network has the address.
func (n *IPNet) Contains(ip IP) bool {
	if v4 := ip.To4(); v4 != nil {
		ip = v4
	}
	of := n.IP
	if v4 := of.To4(); v4 != nil {
		of = v4
	}
	return len(ip) == len(of) && ip.Mask(n.Mask).Equal(of.Mask(n.Mask))
}

// Network gives "ip+net".
func (n *IPNet) Network() string { return "ip+net" }

func (n *IPNet) String() string {
	if n == nil {
		return "<nil>"
	}
	if ones, bits := n.Mask.Size(); bits > 0 && (ones > 0 || bytes.Count(n.Mask, []byte{0}) == len(n.Mask)) {
		return n.IP.String() + "/" + strconv.Itoa(ones)
	}
	return n.IP.String() + "/" + n.Mask.String()
}

// HardwareAddr is an address of a device.
type HardwareAddr []byte

func (a HardwareAddr) String() string {
	var parts []string
	for _, b := range a {
		parts = append(parts, string("0123456789abcdef"[b>>4])+string("0123456789abcdef"[b&15]))
	}
	return strings.Join(parts, ":")
}

// ParseMAC reads an address of a device.
func ParseMAC(s string) (HardwareAddr, error) {
	plain := strings.NewReplacer(":", "", "-", "", ".", "").Replace(s)
	var out HardwareAddr
	for i := 0; i+1 < len(plain); i += 2 {
		n, err := strconv.ParseUint(plain[i:i+2], 16, 8)
		if err != nil {
			return nil, &AddrError{"invalid MAC address", s}
		}
		out = append(out, byte(n))
	}
	if n := len(out); n != 6 && n != 8 && n != 20 || len(s) == len(plain) {
		return nil, &AddrError{"invalid MAC address", s}
	}
	return out, nil
}
