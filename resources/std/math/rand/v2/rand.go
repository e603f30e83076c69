// SPDX-License-Identifier: MIT

// Package rand has random numbers: of seeded generators, and of one for all goroutines, whose seed is a choice of the
// run.
package rand

import (
	"errors"
	"math"
	"math/bits"
	"sync"
	"sync/atomic"
)

func random() uint64
func block(seed *[4]uint64, buf *[32]uint64, counter uint32)

// Source gives 64 random bits at a time.
type Source interface {
	Uint64() uint64
}

// ---- PCG ----

// PCG is the generator PCG-DXSM with 128 bits of state.
type PCG struct {
	hi, lo uint64
}

// NewPCG makes a PCG of two seeds.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed starts anew.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 gives 64 random bits.
func (p *PCG) Uint64() uint64 {
	const (
		mulHi = 2549297995355413924
		mulLo = 4865540595714422341
		incHi = 6364136223846793005
		incLo = 1442695040888963407
		mul   = 0xDA942042E4DD58B5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, c := bits.Add64(lo, incLo, 0)
	hi, _ = bits.Add64(hi, incHi, c)
	p.lo, p.hi = lo, hi
	hi ^= hi >> 32
	hi *= mul
	hi ^= hi >> 48
	hi *= lo | 1
	return hi
}

var errPCG = errors.New("invalid PCG encoding")

func appendUint64(b []byte, v uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(v>>shift))
	}
	return b
}

// AppendBinary appends the state.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return appendUint64(appendUint64(append(b, "pcg:"...), p.hi), p.lo), nil
}

// MarshalBinary gives the state.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary sets the state.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errPCG
	}
	p.hi, p.lo = 0, 0
	for i := 0; i < 8; i++ {
		p.hi = p.hi<<8 | uint64(data[4+i])
		p.lo = p.lo<<8 | uint64(data[12+i])
	}
	return nil
}

// ---- ChaCha8 ----

// ChaCha8 is a generator of cryptographic strength.
type ChaCha8 struct {
	buf     [32]uint64
	seed    [4]uint64
	i, n, c uint32
	readBuf [8]byte
	readLen int
}

// NewChaCha8 makes a ChaCha8 of a seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed starts anew.
func (c *ChaCha8) Seed(seed [32]byte) {
	for i := range c.seed {
		c.seed[i] = 0
		for j := 7; j >= 0; j-- {
			c.seed[i] = c.seed[i]<<8 | uint64(seed[8*i+j])
		}
	}
	block(&c.seed, &c.buf, 0)
	c.c = 0
	c.i = 0
	c.n = 32
	c.readLen = 0
}

// Uint64 gives 64 random bits.
func (c *ChaCha8) Uint64() uint64 {
	if c.i >= c.n {
		c.refill()
	}
	x := c.buf[c.i]
	c.i++
	return x
}

func (c *ChaCha8) refill() {
	c.c += 4
	if c.c == 16 {
		copy(c.seed[:], c.buf[28:])
		c.c = 0
	}
	block(&c.seed, &c.buf, c.c)
	c.i = 0
	c.n = 32
	if c.c == 12 {
		c.n = 28 // the rest is the next seed
	}
}

// Read fills p.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	n = len(p)
	for len(p) > 0 {
		if c.readLen == 0 {
			x := c.Uint64()
			for i := range c.readBuf {
				c.readBuf[i] = byte(x >> (8 * i))
			}
			c.readLen = 8
		}
		k := copy(p, c.readBuf[8-c.readLen:])
		p = p[k:]
		c.readLen -= k
	}
	return n, nil
}

// ---- Rand ----

// Rand draws random numbers from a Source.
type Rand struct {
	src Source
}

// New makes a Rand.
func New(src Source) *Rand { return &Rand{src} }

// Int64 gives a non-negative random int64.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 gives 32 random bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 gives 64 random bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 gives a non-negative random int32.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int gives a non-negative random int.
func (r *Rand) Int() int { return int(uint(r.src.Uint64()) << 1 >> 1) }

// Uint gives a random uint.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

func (r *Rand) below64(n uint64) uint64 {
	if uint64(uint32(n)) == n {
		return uint64(r.below32(uint32(n)))
	}
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		thresh := -n % n
		for lo < thresh {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

func (r *Rand) below32(n uint32) uint32 {
	if n&(n-1) == 0 {
		return uint32(r.Uint64()) & (n - 1)
	}
	prod := uint64(r.Uint32()) * uint64(n)
	low := uint32(prod)
	if low < n {
		thresh := -n % n
		for low < thresh {
			prod = uint64(r.Uint32()) * uint64(n)
			low = uint32(prod)
		}
	}
	return uint32(prod >> 32)
}

// Int64N gives a random number in [0, n).
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below64(uint64(n)))
}

// Uint64N gives a random number in [0, n).
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below64(n)
}

// Int32N gives a random number in [0, n).
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below64(uint64(n)))
}

// Uint32N gives a random number in [0, n).
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below64(uint64(n)))
}

// IntN gives a random number in [0, n).
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below64(uint64(n)))
}

// UintN gives a random number in [0, n).
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below64(uint64(n)))
}

// Float64 gives a random number in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 gives a random number in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm gives a random order of [0, n).
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle puts n elements in random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below64(uint64(i+1))))
	}
}

// NormFloat64 gives a normally distributed number.
func (r *Rand) NormFloat64() float64 {
	normalOnce.Do(makeNormal)
	for {
		u := r.Uint64()
		j := int32(u)
		i := u >> 32 & 0x7F
		x := float64(j) * float64(wn[i])
		if absInt32(j) < kn[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1.0 / normalR)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalR + x
			}
			return -normalR - x
		}
		if fn[i]+float32(r.Float64())*(fn[i-1]-fn[i]) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 gives an exponentially distributed number.
func (r *Rand) ExpFloat64() float64 {
	expOnce.Do(makeExp)
	for {
		u := r.Uint64()
		j := uint32(u)
		i := uint8(u >> 32)
		x := float64(j) * float64(we[i])
		if j < ke[i] {
			return x
		}
		if i == 0 {
			return expR - math.Log(r.Float64())
		}
		if fe[i]+float32(r.Float64())*(fe[i-1]-fe[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// The tables of the ziggurat (Marsaglia and Tsang 2000), made at first use.
var (
	normalOnce, expOnce sync.Once
	kn                  [128]uint32
	wn, fn              [128]float32
	ke                  [256]uint32
	we, fe              [256]float32
)

const (
	normalR = 3.442619855899
	expR    = 7.69711747013104972
)

func makeNormal() {
	const m = 1 << 31
	const v = 9.91256303526217e-3
	d, t := normalR, normalR
	q := v / math.Exp(-.5*d*d)
	kn[0] = uint32(d / q * m)
	wn[0] = float32(q / m)
	wn[127] = float32(d / m)
	fn[0] = 1
	fn[127] = float32(math.Exp(-.5 * d * d))
	for i := 126; i >= 1; i-- {
		d = math.Sqrt(-2 * math.Log(v/d+math.Exp(-.5*d*d)))
		kn[i+1] = uint32(d / t * m)
		t = d
		fn[i] = float32(math.Exp(-.5 * d * d))
		wn[i] = float32(d / m)
	}
}

func makeExp() {
	const m = 1 << 32
	const v = 3.949659822581572e-3
	d, t := expR, expR
	q := v / math.Exp(-d)
	ke[0] = uint32(d / q * m)
	we[0] = float32(q / m)
	we[255] = float32(d / m)
	fe[0] = 1
	fe[255] = float32(math.Exp(-d))
	for i := 254; i >= 1; i-- {
		d = -math.Log(v/d + math.Exp(-d))
		ke[i+1] = uint32(d / t * m)
		t = d
		fe[i] = float32(math.Exp(-d))
		we[i] = float32(d / m)
	}
}

func absInt32(i int32) uint32 {
	if i < 0 {
		return uint32(-i)
	}
	return uint32(i)
}

// ---- the shared generator ----

// shared is a counter, mixed (Steele, Lea, Flood 2014).
type shared struct {
	counter atomic.Uint64
}

func (s *shared) Uint64() uint64 {
	if s.counter.Load() == 0 {
		s.counter.CompareAndSwap(0, random()|1)
	}
	x := s.counter.Add(0x9E3779B97F4A7C15)
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

var global = &Rand{&shared{}}

// Int64 gives a non-negative random int64.
func Int64() int64 { return global.Int64() }

// Uint32 gives 32 random bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 gives 64 random bits.
func Uint64() uint64 { return global.Uint64() }

// Int32 gives a non-negative random int32.
func Int32() int32 { return global.Int32() }

// Int gives a non-negative random int.
func Int() int { return global.Int() }

// Uint gives a random uint.
func Uint() uint { return global.Uint() }

// Int64N gives a random number in [0, n).
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N gives a random number in [0, n).
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N gives a random number in [0, n).
func Int32N(n int32) int32 { return global.Int32N(n) }

// Uint32N gives a random number in [0, n).
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// IntN gives a random number in [0, n).
func IntN(n int) int { return global.IntN(n) }

// UintN gives a random number in [0, n).
func UintN(n uint) uint { return global.UintN(n) }

// Float64 gives a random number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 gives a random number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm gives a random order of [0, n).
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in random order.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// NormFloat64 gives a normally distributed number.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 gives an exponentially distributed number.
func ExpFloat64() float64 { return global.ExpFloat64() }

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N gives a random number in [0, n).
func N[Int integer](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below64(uint64(n)))
}
