// SPDX-License-Identifier: MIT

// Small packages and functions: hmac, subtle, FNV of 128 bits, random numbers in a range, times as bytes.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"fmt"
	"hash/fnv"
	"math/big"
	"time"
	"unicode"
)

func main() {
	m := hmac.New(sha256.New, []byte("key"))
	m.Write([]byte("The quick brown fox jumps over the lazy dog"))
	sum := m.Sum(nil)
	fmt.Printf("%x %v\n", sum, hmac.Equal(sum, m.Sum(nil)))
	m = hmac.New(sha512.New, bytes.Repeat([]byte("long"), 100))
	fmt.Printf("%x %d %d\n", m.Sum([]byte("x")), m.Size(), m.BlockSize())
	fmt.Println(subtle.ConstantTimeCompare([]byte("a"), []byte("a")), subtle.ConstantTimeCompare([]byte("a"), []byte("b")),
		subtle.ConstantTimeSelect(1, 5, 6), subtle.ConstantTimeSelect(0, 5, 6), subtle.ConstantTimeEq(-1, -1),
		subtle.ConstantTimeByteEq(1, 2), subtle.ConstantTimeLessOrEq(2, 2), subtle.ConstantTimeLessOrEq(3, 2))
	for _, text := range []string{"", "a", "hello world"} {
		a, b := fnv.New128(), fnv.New128a()
		a.Write([]byte(text))
		b.Write([]byte(text))
		fmt.Printf("%x %x\n", a.Sum(nil), b.Sum(nil))
	}
	limit := big.NewInt(1000)
	for i := 0; i < 100; i++ {
		n, err := rand.Int(rand.Reader, limit)
		if err != nil || n.Sign() < 0 || n.Cmp(limit) >= 0 {
			fmt.Println(n, err)
		}
	}
	p, err := rand.Prime(rand.Reader, 64)
	fmt.Println(p.BitLen(), p.ProbablyPrime(10), err)
	for _, t := range []time.Time{time.Date(2024, 2, 29, 1, 2, 3, 4, time.UTC), time.Date(1969, 7, 20, 20, 17, 40, 0, time.FixedZone("X", -5*3600))} {
		b, err := t.MarshalBinary()
		var u time.Time
		fmt.Println(b, err, u.UnmarshalBinary(b), u.Equal(t), u)
	}
	fmt.Printf("%s\n", bytes.ToUpperSpecial(unicode.TurkishCase, []byte("iı")))
}

// Output:
// f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8 true
// 78e393db74bcba1f8195ed869c0a841009516647ec7e06b02fccd7d45a5e601dc1f1ebf4491147b7b0a21c73df9b6a7bc3110d8047f156972966fbf574c963e675 64 128
// 1 0 5 6 1 0 1 0
// 6c62272e07bb014262b821756295c58d 6c62272e07bb014262b821756295c58d
// d228cb69101a8caf78912b704e4a141e d228cb696f1a8caf78912b704e4a8964
// e1b1650f0631aef5566634b6c074ac1f 6c155799fdc8eec4b91523808e7726b7
// 64 true <nil>
// [1 0 0 0 14 221 113 206 139 0 0 0 4 255 255] <nil> <nil> true 2024-02-29 01:02:03.000000004 +0000 UTC
// [1 0 0 0 14 118 185 211 52 0 0 0 0 254 212] <nil> <nil> true 1969-07-20 20:17:40 -0500 -0500
// İI
