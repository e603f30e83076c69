// SPDX-License-Identifier: MIT

// Package rand has random numbers: of seeded generators, which give the same sequences as Go's, and of one for all
// goroutines, whose seed is a choice of the run.
package rand

import (
	"math"
	"sync"
	"sync/atomic"
)

const (
	length = 607
	tap    = 273
)

func seedState(vec *[length]uint64, seed int64)
func random() uint64

// Source gives 63 random bits at a time.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 gives 64 random bits at a time.
type Source64 interface {
	Source
	Uint64() uint64
}

// lagged is the additive lagged Fibonacci generator s[k] = s[k-607] + s[k-273].
type lagged struct {
	tap, feed int
	vec       [length]uint64
}

// NewSource makes a seeded generator, for one goroutine at a time.
func NewSource(seed int64) Source {
	l := &lagged{}
	l.Seed(seed)
	return l
}

func (l *lagged) Seed(seed int64) {
	l.tap = 0
	l.feed = length - tap
	seedState(&l.vec, seed)
}

func (l *lagged) Int63() int64 { return int64(l.Uint64() &^ (1 << 63)) }

func (l *lagged) Uint64() uint64 {
	l.tap--
	if l.tap < 0 {
		l.tap += length
	}
	l.feed--
	if l.feed < 0 {
		l.feed += length
	}
	x := l.vec[l.feed] + l.vec[l.tap]
	l.vec[l.feed] = x
	return x
}

// shared is the generator of the package's functions: a counter, mixed (Steele, Lea, Flood 2014), or a seeded source.
type shared struct {
	counter atomic.Uint64
	seeded  atomic.Pointer[lagged]
	mu      sync.Mutex // guards *seeded
}

func (s *shared) Uint64() uint64 {
	if l := s.seeded.Load(); l != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		return l.Uint64()
	}
	if s.counter.Load() == 0 {
		s.counter.CompareAndSwap(0, random()|1)
	}
	x := s.counter.Add(0x9E3779B97F4A7C15)
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

func (s *shared) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

func (s *shared) Seed(seed int64) {
	l := &lagged{}
	l.Seed(seed)
	s.seeded.Store(l)
}

var global = &Rand{src: &shared{}, s64: nil}

// Rand draws random numbers from a Source.
type Rand struct {
	src      Source
	s64      Source64
	readVal  int64
	readLeft int8
}

// New makes a Rand.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed starts the generator anew.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readLeft = 0
}

// Int63 gives a non-negative random int64.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 gives 32 random bits.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Uint64 gives 64 random bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	if s, ok := r.src.(Source64); ok {
		return s.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 gives a non-negative random int32.
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int gives a non-negative random int.
func (r *Rand) Int() int { return int(uint(r.Int63())) }

// Int63n gives a random number in [0, n).
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	max := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > max {
		v = r.Int63()
	}
	return v % n
}

// Int31n gives a random number in [0, n).
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	max := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > max {
		v = r.Int31()
	}
	return v % n
}

// below gives a random number in [0, n) by multiplication (Lemire 2019).
func (r *Rand) below(n int32) int32 {
	prod := uint64(r.Uint32()) * uint64(n)
	low := uint32(prod)
	if low < uint32(n) {
		thresh := uint32(-n) % uint32(n)
		for low < thresh {
			prod = uint64(r.Uint32()) * uint64(n)
			low = uint32(prod)
		}
	}
	return int32(prod >> 32)
}

// Intn gives a random number in [0, n).
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 gives a random number in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 gives a random number in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm gives a random order of [0, n).
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle puts n elements in random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	i := n - 1
	for ; i > 1<<31-1-1; i-- {
		swap(i, int(r.Int63n(int64(i+1))))
	}
	for ; i > 0; i-- {
		swap(i, int(r.below(int32(i+1))))
	}
}

// Read fills p with random bytes.
func (r *Rand) Read(p []byte) (n int, err error) {
	left, val := r.readLeft, r.readVal
	for n = 0; n < len(p); n++ {
		if left == 0 {
			if l, ok := r.src.(*lagged); ok {
				val = int64(l.Uint64())
			} else {
				val = r.src.Int63()
			}
			left = 7
		}
		p[n] = byte(val)
		val >>= 8
		left--
	}
	r.readLeft, r.readVal = left, val
	return
}

// NormFloat64 gives a normally distributed number.
func (r *Rand) NormFloat64() float64 {
	normalOnce.Do(makeNormal)
	for {
		j := int32(r.Uint32())
		i := j & 0x7F
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
		j := r.Uint32()
		i := j & 0xFF
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

// Seed starts the shared generator from a seed.
func Seed(seed int64) { global.src.Seed(seed) }

// Int63 gives a non-negative random int64.
func Int63() int64 { return global.Int63() }

// Uint32 gives 32 random bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 gives 64 random bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 gives a non-negative random int32.
func Int31() int32 { return global.Int31() }

// Int gives a non-negative random int.
func Int() int { return global.Int() }

// Int63n gives a random number in [0, n).
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n gives a random number in [0, n).
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn gives a random number in [0, n).
func Intn(n int) int { return global.Intn(n) }

// Float64 gives a random number in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 gives a random number in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm gives a random order of [0, n).
func Perm(n int) []int { return global.Perm(n) }

// Shuffle puts n elements in random order.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p with random bytes.
func Read(p []byte) (n int, err error) {
	for i := range p {
		p[i] = byte(global.Uint64())
	}
	return len(p), nil
}

// NormFloat64 gives a normally distributed number.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 gives an exponentially distributed number.
func ExpFloat64() float64 { return global.ExpFloat64() }

// A Zipf draws numbers by Zipf's distribution.
type Zipf struct {
	r            *Rand
	imax         float64
	v            float64
	q            float64
	s            float64
	oneminusQ    float64
	oneminusQinv float64
	hxm          float64
	hx0minusHxm  float64
}

func (z *Zipf) h(x float64) float64 {
	return math.Exp(z.oneminusQ*math.Log(z.v+x)) * z.oneminusQinv
}

func (z *Zipf) hinv(x float64) float64 {
	return math.Exp(z.oneminusQinv*math.Log(z.oneminusQ*x)) - z.v
}

// NewZipf makes a Zipf by rejection inversion (Hörmann and Derflinger 1996).
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	z := new(Zipf)
	if s <= 1.0 || v < 1 {
		return nil
	}
	z.r = r
	z.imax = float64(imax)
	z.v = v
	z.q = s
	z.oneminusQ = 1.0 - z.q
	z.oneminusQinv = 1.0 / z.oneminusQ
	z.hxm = z.h(z.imax + 0.5)
	z.hx0minusHxm = z.h(0.5) - math.Exp(math.Log(z.v)*(-z.q)) - z.hxm
	z.s = 1 - z.hinv(z.h(1.5)-math.Exp(-z.q*math.Log(z.v+1.0)))
	return z
}

// Uint64 draws a number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		ur := z.hxm + z.r.Float64()*z.hx0minusHxm
		x := z.hinv(ur)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || ur >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
