// Every verb with many flags, widths and precisions over many values: the sums of all texts are those of Go.
package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/rand"
	"strconv"
	"time"
)

type S struct {
	A int
	B string
	C []byte
	d map[string]int
	E *int
	F any
	G error
}
type Str string
type I int
type St struct{ x int }

func (s St) String() string { return "St!" }

type PSt struct{ x int }

func (s *PSt) String() string { return "PSt!" + strconv.Itoa(s.x) }

type Er struct{}

func (Er) Error() string { return "Er!" }

type GS struct{ x int }

func (GS) GoString() string { return "GS!" }

type Pan struct{}

func (Pan) String() string { panic("boom") }

type Arr [3]int
type Nest struct {
	St
	P *PSt
	L []St
	M map[I]Er
	A Arr
	I interface{}
	f func()
	c chan int
}

var vals = []any{
	nil, true, false, 0, 1, -1, 42, -12345, int8(-128), uint8(255), int64(math.MinInt64), uint64(math.MaxUint64), uintptr(0xdead),
	'x', '世', rune(-1), rune(0x10ffff), rune(7),
	0.0, math.Copysign(0, -1), 1.0, -1.5, 3.14159265, 1e6, 1e20, 1e21, 1e-7, 123456789.0, math.Inf(1), math.Inf(-1), math.NaN(), float32(0.1), float32(3.4e38), 5e-324, math.MaxFloat64,
	complex(1, -2), complex64(complex(0.5, math.Inf(1))),
	"", "hello", "with \"quotes\" and \\ \n\t", "世界", "a\xffb", "\u200b\x00", "`back`",
	[]byte("bytes"), []byte{}, []byte(nil), [3]byte{1, 2, 3},
	[]int{1, 2, 3}, []int(nil), []string{"a", "b c"}, []any{1, "a", nil, 2.5}, [2]bool{true, false},
	map[string]int{"b": 2, "a": 1}, map[int]string(nil),
	S{1, "b", []byte("c"), map[string]int{"k": 1}, nil, 5, nil}, &S{A: 1}, struct{}{}, &struct{ X, Y int }{1, 2},
	Str("named"), I(7), St{1}, &St{2}, &PSt{3}, PSt{4}, (*PSt)(nil), Er{}, GS{1}, Pan{}, []St{{1}}, map[string]St{"k": {1}}, []error{Er{}, nil},
	Nest{}, time.Duration(1500), []time.Duration{1, 2e9}, time.March, [][]int{{1}, {2, 3}}, []Str{"x"}, []I{1, 2}, []uint8{1}, []int8{-1}, [1]Str{"q"}, (*int)(nil), (error)(nil), (func())(nil), (chan int)(nil), struct {
		a any
		b *int
	}{1, nil},
}

func main() {
	h := fnv.New64a()
	verbs := "vTtbcdoOqxXUeEfFgGsz%!"
	flags := []string{"", "+", "-", "#", " ", "0", "+#", "#0", "-0", "# "}
	widths := []string{"", "12"}
	precs := []string{"", ".0", ".3"}
	for vi, v := range vals {
		h.Reset()
		for _, verb := range verbs {
			for _, f := range flags {
				for _, w := range widths {
					for _, p := range precs {
						format := "%" + f + w + p + string(verb)
						s := fmt.Sprintf(format, v)
						h.Write([]byte(s))
					}
				}
			}
		}
		fmt.Printf("%d %T %x\n", vi, v, h.Sum64())
	}
	r := rand.New(rand.NewSource(42))
	for i := 0; i < 20; i++ {
		fmt.Println(r.Int63(), r.Intn(100), r.Float64(), r.NormFloat64(), r.ExpFloat64(), r.Perm(5), r.Uint32(), r.Int31n(7))
	}
}

// Output:
// 0 <nil> 2b5bb8d7ba214035
// 1 bool 1cc4dc12a909043d
// 2 bool fe65078fd7bf01e5
// 3 int 1384110f16e461e1
// 4 int 38fcab2e08e0a29b
// 5 int b457c8c1b9f8353b
// 6 int 31ed7a324e4129fb
// 7 int 6f2f1ba63bc90553
// 8 int8 68579e0f7d8da22f
// 9 uint8 ac7b94c45abb2247
// 10 int64 77cd1956cc87b429
// 11 uint64 3a6ed6b1fe54d3b7
// 12 uintptr bcb2848d84e4935
// 13 int32 6fd30a5b04c48583
// 14 int32 d33e8e9c364e9c33
// 15 int32 40fc7eb4ee12df4f
// 16 int32 fd2228082d0b4f27
// 17 int32 1eef06394bd97437
// 18 float64 74a2f54b23031fb
// 19 float64 1d2fc438ef5744c7
// 20 float64 7c0b3a8abce24daf
// 21 float64 1aec538a3749bc65
// 22 float64 2deffeb78608289
// 23 float64 efd92010810b35d1
// 24 float64 239f35f7e1fcd3c9
// 25 float64 4fcdb1546a8f4609
// 26 float64 ca5430ed04935d41
// 27 float64 35e9c4f7df24f8ed
// 28 float64 88ba0c35d1c9f5a9
// 29 float64 d03af3d41968b6f1
// 30 float64 8c37b8ea0aa4bcad
// 31 float32 1ca946c52b91f7b1
// 32 float32 c0a517379730f145
// 33 float64 f185dead899a7fdb
// 34 float64 af6549e25c4df099
// 35 complex128 62aec399a19728d5
// 36 complex64 15ef9872d13a728f
// 37 string fb3852ab8a96341
// 38 string 177fed0124bb6bf9
// 39 string e9e305eab19af055
// 40 string ea2f0ab6bb20dc01
// 41 string c8736581b6e15d59
// 42 string a889e41c64bfd3e1
// 43 string bce31e02397cb421
// 44 []uint8 6010266ab04b5f31
// 45 []uint8 93c935b1597bb8d
// 46 []uint8 71bf23c14b11dd8d
// 47 [3]uint8 890563591704e1f
// 48 []int 6bca6c32798b943b
// 49 []int 72be7160c389ff59
// 50 []string 7d23417932e306e9
// 51 []interface {} 7da841110ca55c09
// 52 [2]bool ea4b3e8614821d25
// 53 map[string]int 9e607bfbce48b1c5
// 54 map[int]string d7ab7965ae0bf929
// 55 main.S 33cea7d30bf34955
// 56 *main.S 4f8ff88f1e35a5c7
// 57 struct {} fb9d3410f4f59e81
// 58 *struct { X int; Y int } f512b90665b1d711
// 59 main.Str 795d911897f65fd1
// 60 main.I ae1d7b823bcaadc7
// 61 main.St 69d87b800e9a3cd5
// 62 *main.St d656081e8288cc57
// 63 *main.PSt 9eb4b73d4bda9bc5
// 64 main.PSt 3588e6f9ab490a7b
// 65 *main.PSt e0c7c3af72608f49
// 66 main.Er 68648c87955959b1
// 67 main.GS b2c47fc36efafb55
// 68 main.Pan c0f0d613fed77649
// 69 []main.St 825a25e01042d97b
// 70 map[string]main.St aef2d3e8a341010b
// 71 []error af641a03a640dbc1
// 72 main.Nest cd4b2b2e0d140cc9
// 73 time.Duration b53b8e382ea1f0bd
// 74 []time.Duration ed3ccf3060b5700d
// 75 time.Month e20231103f68708b
// 76 [][]int 9d6ca2ba9e0bc371
// 77 []main.Str c222dbbf7fd29f8d
// 78 []main.I 6aa811c161a744d5
// 79 []uint8 8da597f100e63973
// 80 []int8 fc85a28447a0c27
// 81 [1]main.Str 2e145d3e0697fde9
// 82 *int c55ddeefc6dae9ad
// 83 <nil> 2b5bb8d7ba214035
// 84 func() 2c1b047d000322d5
// 85 chan int 71a80ffe6ca22a99
// 86 struct { a interface {}; b *int } a190f8e7db7ec499
// 3440579354231278675 87 0.604093851558642 1.2440150150762053 0.11596423879404183 [3 1 2 4 0] 3159503859 3
// 3335934666146214990 28 0.6640109476845091 1.788597050936966 0.1941290886502316 [0 1 3 2 4] 1230890889 0
// 6018823476402388478 61 0.926788431606313 0.44968202698764936 1.1209549215904038 [4 0 2 3 1] 301879258 1
// 8639902132831672016 67 0.1515804661438783 -1.042547404061564 1.4593960805045945 [3 0 4 1 2] 3584624389 6
// 5135975278696416791 19 0.18693412606576576 0.7217638132867615 1.331834182751782 [2 4 3 1 0] 167959573 6
// 8427801741804500990 78 0.167578184885098 -0.844340255196709 0.08888198005843154 [4 0 2 1 3] 1085939132 4
// 4184787942719568102 87 0.6378436834372556 -1.8765031700827368 1.8573145108279292 [0 1 2 4 3] 1172364027 3
// 4088882508931753773 54 0.8188481144316901 0.42872886371747065 0.2538625279175661 [1 0 4 3 2] 2888962926 2
// 3047082331882600663 75 0.4135388213162284 -1.3363349219936473 0.00751262904217237 [1 0 3 4 2] 2274341725 0
// 6830935377660838268 27 0.3697748151486335 -1.2098535974775722 0.08923328758487482 [0 3 1 4 2] 474304723 6
// 1676487712298761579 22 0.9032623423445743 -0.8345246810524408 0.770142204672 [0 1 2 3 4] 2368246517 4
// 1327539235436002972 81 0.9274308636054082 0.596629099731959 0.5280299599734616 [4 3 2 1 0] 2442106238 0
// 233462616201548099 78 0.703364608202995 -0.21100682035541524 0.6562814938368075 [0 2 4 3 1] 1405332063 4
// 3046241816869124689 85 0.8712122324986256 0.10910074809394127 0.5742721630807135 [1 4 2 0 3] 2039655186 1
// 5625499027185324695 5 0.31630454493386817 -0.39404792599462013 1.299798156498422 [0 2 1 4 3] 2293169833 6
// 6750451936549054984 53 0.3140830186728885 -1.0928065719793216 0.4831697298826023 [4 1 3 0 2] 785508875 6
// 1959727265141231110 32 0.29302836278087474 1.0131797024531135 0.9491805570725669 [0 4 3 2 1] 3197861676 6
// 5354942899256810443 80 0.7039086472256311 -0.11062434446650032 1.605243004986712 [2 3 4 1 0] 3648640493 0
// 1632004251885129939 94 0.27701849448763394 1.8587696779695686 3.0609205219378617 [0 1 4 2 3] 167826190 1
// 3716987851364713523 0 0.8375175776823657 1.3459311862922212 0.2250834658817591 [3 1 0 4 2] 2202615891 5
