// SPDX-License-Identifier: MIT

// Package math/big: Float.
package main

import (
	"fmt"
	"math"
	"math/big"
)

func values() []*big.Float {
	var out []*big.Float
	for _, s := range []string{"0", "-0", "1", "-1.5", "0.1", "123456789.987654321", "1e100", "-1e-100", "3.14159265358979323846264338327950288", "0x1.8p10", "1e-320", "Inf", "-Inf", "99999.5", "1234567"} {
		f, _, err := big.ParseFloat(s, 0, 100, big.ToNearestEven)
		if err != nil {
			panic(err)
		}
		out = append(out, f)
	}
	return out
}

func texts() {
	for _, f := range values() {
		fmt.Println(f, f.String(), f.Text('e', 5), f.Text('f', 3), f.Text('g', 20), f.Text('g', -1), f.Text('e', -1), f.Text('p', 0), f.Text('b', 0), f.Text('x', -1), f.Text('x', 3))
		fmt.Printf("%v|%10.3f|%-20.5g|%+e|%020.4f|%g|%.40f|%s\n", f, f, f, f, f, f, f, f)
		fl, acc := f.Float64()
		f32, acc32 := f.Float32()
		i, iacc := f.Int64()
		u, uacc := f.Uint64()
		n, nacc := f.Int(nil)
		fmt.Println(fl, acc, f32, acc32, i, iacc, u, uacc, n, nacc, f.Sign(), f.Signbit(), f.IsInt(), f.IsInf(), f.Prec(), f.MinPrec(), f.Mode(), f.Acc())
		var m big.Float
		fmt.Println(f.MantExp(&m), &m)
		r, racc := f.Rat(nil)
		fmt.Println(r, racc)
	}
}

func arithmetic() {
	list := values()
	for _, mode := range []big.RoundingMode{big.ToNearestEven, big.ToNearestAway, big.ToZero, big.AwayFromZero, big.ToNegativeInf, big.ToPositiveInf} {
		fmt.Println(mode)
		for _, prec := range []uint{10, 53, 64} {
			for i, x := range list {
				y := list[(i*7+3)%len(list)]
				for _, op := range []func(z, x, y *big.Float) *big.Float{(*big.Float).Add, (*big.Float).Sub, (*big.Float).Mul, (*big.Float).Quo} {
					func() {
						defer func() {
							if r := recover(); r != nil {
								fmt.Print(r, "; ")
							}
						}()
						z := new(big.Float).SetPrec(prec).SetMode(mode)
						op(z, x, y)
						fmt.Print(z.Text('g', 12), " ", z.Acc(), "; ")
					}()
				}
				fmt.Println(x.Cmp(y))
			}
		}
	}
}

func roots() {
	two := big.NewFloat(2)
	for _, prec := range []uint{20, 53, 200, 1000} {
		z := new(big.Float).SetPrec(prec)
		fmt.Println(z.Sqrt(two).Text('g', 60))
	}
	// Newton's way to 1/7, and Machin's to pi
	pi := func(prec uint) *big.Float {
		arctan := func(n int64) *big.Float {
			x := new(big.Float).SetPrec(prec).Quo(big.NewFloat(1), new(big.Float).SetInt64(n))
			x2 := new(big.Float).SetPrec(prec).Mul(x, x)
			sum, term := new(big.Float).SetPrec(prec).Set(x), new(big.Float).SetPrec(prec).Set(x)
			for k := int64(3); k < 500; k += 2 {
				term.Mul(term, x2)
				term.Neg(term)
				sum.Add(sum, new(big.Float).SetPrec(prec).Quo(term, new(big.Float).SetInt64(k)))
			}
			return sum
		}
		a, b := arctan(5), arctan(239)
		a.Mul(a, big.NewFloat(16))
		b.Mul(b, big.NewFloat(4))
		return a.Sub(a, b)
	}
	fmt.Println(pi(400).Text('f', 100))
	var f big.Float
	fmt.Println(f.SetInt(big.NewInt(1<<40+1)), f.Prec(), new(big.Float).SetRat(big.NewRat(1, 3)), new(big.Float).SetUint64(math.MaxUint64))
	fmt.Sscan("2.5e3", &f)
	fmt.Println(&f, new(big.Float).SetMantExp(big.NewFloat(0.75), 5), new(big.Float).SetPrec(3).SetInt64(1000))
	for _, s := range []string{"", "x", "1e", "1.2.3", "0x", "1_000.5", "1e5000"} {
		g, ok := new(big.Float).SetString(s)
		fmt.Println(s, ok, g != nil && ok)
	}
	t, err := big.NewFloat(1.25).MarshalText()
	fmt.Println(string(t), err)
}

func main() {
	texts()
	arithmetic()
	roots()
}

// Output:
// 0 0 0.00000e+00 0.000 0 0 0e+00 0 0 0x0p+00 0x0.000p+00
// 0|     0.000|0                   |+0.000000e+00|000000000000000.0000|0|0.0000000000000000000000000000000000000000|%!s(*big.Float=0)
// 0 Exact 0 Exact 0 Exact 0 Exact 0 Exact 0 false true false 100 0 ToNearestEven Exact
// 0 0
// 0/1 Exact
// -0 -0 -0.00000e+00 -0.000 -0 -0 -0e+00 -0 -0 -0x0p+00 -0x0.000p+00
// -0|    -0.000|-0                  |-0.000000e+00|-00000000000000.0000|-0|-0.0000000000000000000000000000000000000000|%!s(*big.Float=-0)
// -0 Exact -0 Exact 0 Exact 0 Exact 0 Exact 0 true true false 100 0 ToNearestEven Exact
// 0 -0
// 0/1 Exact
// 1 1 1.00000e+00 1.000 1 1 1e+00 0x.8p+1 633825300114114700748351602688p-99 0x1p+00 0x1.000p+00
// 1|     1.000|1                   |+1.000000e+00|000000000000001.0000|1|1.0000000000000000000000000000000000000000|%!s(*big.Float=1)
// 1 Exact 1 Exact 1 Exact 1 Exact 1 Exact 1 false true false 100 1 ToNearestEven Exact
// 1 0.5
// 1/1 Exact
// -1.5 -1.5 -1.50000e+00 -1.500 -1.5 -1.5 -1.5e+00 -0x.cp+1 -950737950171172051122527404032p-99 -0x1.8p+00 -0x1.800p+00
// -1.5|    -1.500|-1.5                |-1.500000e+00|-00000000000001.5000|-1.5|-1.5000000000000000000000000000000000000000|%!s(*big.Float=-1.5)
// -1.5 Exact -1.5 Exact -1 Above 0 Above -1 Above -1 true false false 100 2 ToNearestEven Exact
// 1 -0.75
// -3/2 Exact
// 0.1 0.1 1.00000e-01 0.100 0.1 0.1 1e-01 0x.ccccccccccccccccccccccccdp-3 1014120480182583521197362564301p-103 0x1.999999999999999999999999ap-04 0x1.99ap-04
// 0.1|     0.100|0.1                 |+1.000000e-01|000000000000000.1000|0.1|0.1000000000000000000000000000000197215226|%!s(*big.Float=0.1)
// 0.1 Above 0.1 Above 0 Below 0 Below 0 Below 1 false false false 100 100 ToNearestEven Above
// -3 0.8
// 1014120480182583521197362564301/10141204801825835211973625643008 Exact
// 1.23456789987654321e+08 123456790 1.23457e+08 123456789.988 123456789.987654321 1.23456789987654321e+08 1.23456789987654321e+08 0x.eb79a2bf9add3c0e56b87c108p+27 1166016414240751131607809114376p-73 0x1.d6f3457f35ba781cad70f821p+26 0x1.d6fp+26
// 1.23456789987654321e+08|123456789.988|1.2346e+08          |+1.234568e+08|000000123456789.9877|1.23456789987654321e+08|123456789.9876543210000000000000375277066366752621|%!s(*big.Float=123456790)
// 1.2345678998765433e+08 Above 1.2345679e+08 Above 123456789 Below 123456789 Below 123456789 Below 1 false false false 100 97 ToNearestEven Above
// 27 0.919824764040517218410968780518
// 145752051780093891450976139297/1180591620717411303424 Exact
// 1e+100 1e+100 1.00000e+100 9999999999999999999999999999999677792598444199355315014136060535700037936619543994276619348902674432.000 1e+100 1e+100 1e+100 0x.924d692ca61be758593c26267p+333 724454326306136989400729543271p+233 0x1.249ad2594c37ceb0b2784c4cep+332 0x1.24ap+332
// 1e+100|9999999999999999999999999999999677792598444199355315014136060535700037936619543994276619348902674432.000|1e+100              |+1.000000e+100|9999999999999999999999999999999677792598444199355315014136060535700037936619543994276619348902674432.0000|1e+100|9999999999999999999999999999999677792598444199355315014136060535700037936619543994276619348902674432.0000000000000000000000000000000000000000|%!s(*big.Float=1e+100)
// 1e+100 Above +Inf Above 9223372036854775807 Below 18446744073709551615 Below 9999999999999999999999999999999677792598444199355315014136060535700037936619543994276619348902674432 Exact 1 false true false 100 100 ToNearestEven Below
// 333 0.571493695641137491107891774153
// 9999999999999999999999999999999677792598444199355315014136060535700037936619543994276619348902674432/1 Exact
// -1e-100 -1e-100 -1.00000e-100 -0.000 -1e-100 -1e-100 -1e-100 -0x.dff9772470297ebd59787e2b9p-332 -1109067877648325943831365673657p-432 -0x1.bff2ee48e052fd7ab2f0fc572p-333 -0x1.bffp-333
// -1e-100|    -0.000|-1e-100             |-1.000000e-100|-00000000000000.0000|-1e-100|-0.0000000000000000000000000000000000000000|%!s(*big.Float=-1e-100)
// -1e-100 Below -0 Above 0 Above 0 Above 0 Above -1 true false false 100 100 ToNearestEven Above
// -332 -0.874900289913204769749000890847
// -1109067877648325943831365673657/11090678776483259438313656736572334813745748301503266300681918322458485231222502492159897624416558312389564843845614287315896631296 Exact
// 3.14159265358979323846264338328 3.141592654 3.14159e+00 3.142 3.1415926535897932385 3.14159265358979323846264338328 3.14159265358979323846264338328e+00 0x.c90fdaa22168c234c4c6628b8p+2 995610453248924340922087778488p-98 0x1.921fb54442d18469898cc517p+01 0x1.922p+01
// 3.14159265358979323846264338328|     3.142|3.1416              |+3.141593e+00|000000000000003.1416|3.14159265358979323846264338328|3.1415926535897932384626433832793333156440|%!s(*big.Float=3.141592654)
// 3.141592653589793 Below 3.1415927 Above 3 Below 3 Below 3 Below 1 false false false 100 97 ToNearestEven Below
// 2 0.78539816339744830961566084582
// 124451306656115542615260972311/39614081257132168796771975168 Exact
// 1536 1536 1.53600e+03 1536.000 1536 1536 1.536e+03 0x.cp+11 950737950171172051122527404032p-89 0x1.8p+10 0x1.800p+10
// 1536|  1536.000|1536                |+1.536000e+03|000000000001536.0000|1536|1536.0000000000000000000000000000000000000000|%!s(*big.Float=1536)
// 1536 Exact 1536 Exact 1536 Exact 1536 Exact 1536 Exact 1 false true false 100 2 ToNearestEven Exact
// 11 0.75
// 1536/1 Exact
// 1e-320 1e-320 1.00000e-320 0.000 1e-320 1e-320 1e-320 0x.fd00b897478238d08920b0989p-1063 1252809267053507982787223423369p-1163 0x1.fa01712e8f0471a1124161312p-1064 0x1.fa0p-1064
// 1e-320|     0.000|1e-320              |+1.000000e-320|000000000000000.0000|1e-320|0.0000000000000000000000000000000000000000|%!s(*big.Float=1e-320)
// 1e-320 Below 0 Below 0 Below 0 Below 0 Below 1 false false false 100 100 ToNearestEven Below
// -1063 0.988292252477102628674293685151
// 1252809267053507982787223423369/125280926705350798278722342336933328505110146546566756454800174225243541086396330643019497345347526230662849550076946527323052049111114036531883247391151361405060040645592313964768835987488674610405484159266463584436465209497259414710370574656102446786354876354303516409087595732000055292135517611151210982323294685529773144606060786502486112556023808 Exact
// +Inf +Inf +Inf +Inf +Inf +Inf +Inf +Inf +Inf +Inf +Inf
// +Inf|      +Inf|+Inf                |+Inf|                +Inf|+Inf|+Inf|%!s(*big.Float=+Inf)
// +Inf Exact +Inf Exact 9223372036854775807 Below 18446744073709551615 Below <nil> Below 1 false false true 100 0 ToNearestEven Exact
// 0 +Inf
// <nil> Below
// -Inf -Inf -Inf -Inf -Inf -Inf -Inf -Inf -Inf -Inf -Inf
// -Inf|      -Inf|-Inf                |-Inf|                -Inf|-Inf|-Inf|%!s(*big.Float=-Inf)
// -Inf Exact -Inf Exact -9223372036854775808 Above 0 Above <nil> Above -1 true false true 100 0 ToNearestEven Exact
// 0 -Inf
// <nil> Above
// 99999.5 99999.5 9.99995e+04 99999.500 99999.5 99999.5 9.99995e+04 0x.c34fcp+17 967135819988424881248241975296p-83 0x1.869f8p+16 0x1.86ap+16
// 99999.5| 99999.500|1e+05               |+9.999950e+04|000000000099999.5000|99999.5|99999.5000000000000000000000000000000000000000|%!s(*big.Float=99999.5)
// 99999.5 Exact 99999.5 Exact 99999 Below 99999 Exact 99999 Below 1 false false false 100 18 ToNearestEven Exact
// 17 0.762935638427734375
// 199999/2 Exact
// 1.234567e+06 1234567 1.23457e+06 1234567.000 1234567 1.234567e+06 1.234567e+06 0x.96b438p+21 746249961172086948164739792896p-79 0x1.2d687p+20 0x1.2d7p+20
// 1.234567e+06|1234567.000|1.2346e+06          |+1.234567e+06|000000001234567.0000|1.234567e+06|1234567.0000000000000000000000000000000000000000|%!s(*big.Float=1234567)
// 1.234567e+06 Exact 1.234567e+06 Exact 1234567 Exact 1234567 Exact 1234567 Exact 1 false true false 100 21 ToNearestEven Exact
// 21 0.588687419891357421875
// 1234567/1 Exact
// ToNearestEven
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 9.99988867183e-321 Below; -9.99988867183e-321 Below; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534 Below; -1538 Below; -2304 Exact; -0.0009765625 Exact; -1
// 0.0999755859375 Below; 0.0999755859375 Below; -0 Exact; -Inf Exact; 1
// 123469824 Above; 123469824 Above; 387973120 Above; 39321600 Above; 1
// 9.99641932811e+99 Below; 9.99641932811e+99 Below; 0 Exact; +Inf Exact; 1
// -2.00022793474e-100 Below; 0 Exact; 1.00022794773e-200 Above; 1 Exact; 0
// 1234944 Above; -1234944 Below; 3878912 Above; 2.54437327385e-06 Below; -1
// 9.99641932811e+99 Below; -9.99641932811e+99 Above; 1.53632490909e+103 Above; 1.53617505388e-97 Above; -1
// 99968 Below; -99968 Above; 9.99866180802e-316 Below; 9.99650644509e-326 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99968 Below; 99968 Below; 10000 Above; 1000448 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Below; -1e-320 Below; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Above; 123456786.846 Below; 387850944.461 Below; 39297516.7696 Below; 1
// 1e+100 Above; 1e+100 Above; 0 Exact; +Inf Exact; 1
// -2e-100 Below; 0 Exact; 1e-200 Below; 1 Exact; 0
// 1234570.14159 Above; -1234563.85841 Above; 3878506.61756 Above; 2.54469190703e-06 Below; -1
// 1e+100 Above; -1e+100 Below; 1.536e+103 Below; 1.536e-97 Above; -1
// 99999.5 Below; -99999.5 Below; 9.99995e-316 Below; 1.00000500003e-325 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Below; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Above; -1e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Below; 123456786.846 Above; 387850944.461 Above; 39297516.7696 Below; 1
// 1e+100 Below; 1e+100 Below; 0 Exact; +Inf Exact; 1
// -2e-100 Above; 0 Exact; 1e-200 Above; 1 Exact; 0
// 1234570.14159 Below; -1234563.85841 Below; 3878506.61756 Above; 2.54469190703e-06 Above; -1
// 1e+100 Below; -1e+100 Above; 1.536e+103 Above; 1.536e-97 Below; -1
// 99999.5 Below; -99999.5 Below; 9.99995e-316 Below; 1.00000500003e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Below; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// ToNearestAway
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 9.99988867183e-321 Below; -9.99988867183e-321 Below; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534 Below; -1538 Below; -2304 Exact; -0.0009765625 Exact; -1
// 0.0999755859375 Below; 0.0999755859375 Below; -0 Exact; -Inf Exact; 1
// 123469824 Above; 123469824 Above; 387973120 Above; 39321600 Above; 1
// 9.99641932811e+99 Below; 9.99641932811e+99 Below; 0 Exact; +Inf Exact; 1
// -2.00022793474e-100 Below; 0 Exact; 1.00022794773e-200 Above; 1 Exact; 0
// 1234944 Above; -1234944 Below; 3878912 Above; 2.54437327385e-06 Below; -1
// 9.99641932811e+99 Below; -9.99641932811e+99 Above; 1.53632490909e+103 Above; 1.53617505388e-97 Above; -1
// 99968 Below; -99968 Above; 9.99866180802e-316 Below; 9.99650644509e-326 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99968 Below; 99968 Below; 10000 Above; 1000448 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Below; -1e-320 Below; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Above; 123456786.846 Below; 387850944.461 Below; 39297516.7696 Below; 1
// 1e+100 Above; 1e+100 Above; 0 Exact; +Inf Exact; 1
// -2e-100 Below; 0 Exact; 1e-200 Below; 1 Exact; 0
// 1234570.14159 Above; -1234563.85841 Above; 3878506.61756 Above; 2.54469190703e-06 Below; -1
// 1e+100 Above; -1e+100 Below; 1.536e+103 Below; 1.536e-97 Above; -1
// 99999.5 Below; -99999.5 Below; 9.99995e-316 Below; 1.00000500003e-325 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Below; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Above; -1e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Below; 123456786.846 Above; 387850944.461 Above; 39297516.7696 Below; 1
// 1e+100 Below; 1e+100 Below; 0 Exact; +Inf Exact; 1
// -2e-100 Above; 0 Exact; 1e-200 Above; 1 Exact; 0
// 1234570.14159 Below; -1234563.85841 Below; 3878506.61756 Above; 2.54469190703e-06 Above; -1
// 1e+100 Below; -1e+100 Above; 1.536e+103 Above; 1.536e-97 Below; -1
// 99999.5 Below; -99999.5 Below; 9.99995e-316 Below; 1.00000500003e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Below; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// ToZero
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 9.99988867183e-321 Below; -9.99988867183e-321 Below; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534 Below; -1536 Above; -2304 Exact; -0.0009765625 Exact; -1
// 0.0999755859375 Below; 0.0999755859375 Below; -0 Exact; -Inf Exact; 1
// 123338752 Below; 123338752 Below; 387448832 Below; 39256064 Below; 1
// 9.99641932811e+99 Below; 9.99641932811e+99 Below; 0 Exact; +Inf Exact; 1
// -1.9979955375e-100 Above; 0 Exact; 9.98952146779e-201 Below; 1 Exact; 0
// 1232896 Below; -1232896 Above; 3874816 Below; 2.54437327385e-06 Below; -1
// 9.99641932811e+99 Below; -9.99641932811e+99 Above; 1.53457510851e+103 Below; 1.5338890791e-97 Below; -1
// 99968 Below; -99968 Above; 9.99866180802e-316 Below; 9.99650644509e-326 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99968 Below; 99968 Below; 9984 Below; 999424 Below; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Below; -1e-320 Below; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Below; 0.1 Below; -0 Exact; -Inf Exact; 1
// 123456793.129 Below; 123456786.846 Below; 387850944.461 Below; 39297516.7696 Below; 1
// 1e+100 Below; 1e+100 Below; 0 Exact; +Inf Exact; 1
// -2e-100 Above; 0 Exact; 1e-200 Below; 1 Exact; 0
// 1234570.14159 Below; -1234563.85841 Above; 3878506.61756 Below; 2.54469190703e-06 Below; -1
// 1e+100 Below; -1e+100 Above; 1.536e+103 Below; 1.536e-97 Below; -1
// 99999.5 Below; -99999.5 Above; 9.99995e-316 Below; 1.00000500003e-325 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Below; 99999.4 Below; 9999.95 Below; 999995 Below; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Below; -1e-320 Below; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Below; 0.1 Below; -0 Exact; -Inf Exact; 1
// 123456793.129 Below; 123456786.846 Below; 387850944.461 Below; 39297516.7696 Below; 1
// 1e+100 Below; 1e+100 Below; 0 Exact; +Inf Exact; 1
// -2e-100 Above; 0 Exact; 1e-200 Below; 1 Exact; 0
// 1234570.14159 Below; -1234563.85841 Above; 3878506.61756 Below; 2.54469190703e-06 Below; -1
// 1e+100 Below; -1e+100 Above; 1.536e+103 Below; 1.536e-97 Below; -1
// 99999.5 Below; -99999.5 Above; 9.99995e-316 Below; 1.00000500003e-325 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Below; 99999.4 Below; 9999.95 Below; 999995 Below; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// AwayFromZero
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1.00097699847e-320 Above; -1.00097699847e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1536 Above; -1538 Below; -2304 Exact; -0.0009765625 Exact; -1
// 0.10009765625 Above; 0.10009765625 Above; -0 Exact; -Inf Exact; 1
// 123469824 Above; 123469824 Above; 387973120 Above; 39321600 Above; 1
// 1.00135072244e+100 Above; 1.00135072244e+100 Above; 0 Exact; +Inf Exact; 1
// -2.00022793474e-100 Below; 0 Exact; 1.00022794773e-200 Above; 1 Exact; 0
// 1234944 Above; -1234944 Below; 3878912 Above; 2.54809856415e-06 Above; -1
// 1.00135072244e+100 Above; -1.00135072244e+100 Below; 1.53632490909e+103 Above; 1.53617505388e-97 Above; -1
// 100096 Above; -100096 Below; 1.00116134425e-315 Above; 1.0011584132e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 100096 Above; 100096 Above; 10000 Above; 1000448 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Above; -1e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Above; 123456786.846 Above; 387850944.461 Above; 39297516.7696 Above; 1
// 1e+100 Above; 1e+100 Above; 0 Exact; +Inf Exact; 1
// -2e-100 Below; 0 Exact; 1e-200 Above; 1 Exact; 0
// 1234570.14159 Above; -1234563.85841 Below; 3878506.61756 Above; 2.54469190703e-06 Above; -1
// 1e+100 Above; -1e+100 Below; 1.536e+103 Above; 1.536e-97 Above; -1
// 99999.5 Above; -99999.5 Below; 9.99995e-316 Above; 1.00000500003e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Above; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Above; -1e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Above; 123456786.846 Above; 387850944.461 Above; 39297516.7696 Above; 1
// 1e+100 Above; 1e+100 Above; 0 Exact; +Inf Exact; 1
// -2e-100 Below; 0 Exact; 1e-200 Above; 1 Exact; 0
// 1234570.14159 Above; -1234563.85841 Below; 3878506.61756 Above; 2.54469190703e-06 Above; -1
// 1e+100 Above; -1e+100 Below; 1.536e+103 Above; 1.536e-97 Above; -1
// 99999.5 Above; -99999.5 Below; 9.99995e-316 Above; 1.00000500003e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Above; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// ToNegativeInf
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 9.99988867183e-321 Below; -9.99988867183e-321 Below; -0 Exact; -0 Exact; -1
// 2 Exact; -0 Exact; 1 Exact; 1 Exact; 0
// 1534 Below; -1538 Below; -2304 Exact; -0.0009765625 Exact; -1
// 0.0999755859375 Below; 0.0999755859375 Below; -0 Exact; -Inf Exact; 1
// 123338752 Below; 123338752 Below; 387448832 Below; 39256064 Below; 1
// 9.99641932811e+99 Below; 9.99641932811e+99 Below; 0 Exact; +Inf Exact; 1
// -2.00022793474e-100 Below; -0 Exact; 9.98952146779e-201 Below; 1 Exact; 0
// 1232896 Below; -1234944 Below; 3874816 Below; 2.54437327385e-06 Below; -1
// 9.99641932811e+99 Below; -1.00135072244e+100 Below; 1.53457510851e+103 Below; 1.5338890791e-97 Below; -1
// 99968 Below; -100096 Below; 9.99866180802e-316 Below; 9.99650644509e-326 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99968 Below; 99968 Below; 9984 Below; 999424 Below; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Below; -1e-320 Below; -0 Exact; -0 Exact; -1
// 2 Exact; -0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Below; 0.1 Below; -0 Exact; -Inf Exact; 1
// 123456793.129 Below; 123456786.846 Below; 387850944.461 Below; 39297516.7696 Below; 1
// 1e+100 Below; 1e+100 Below; 0 Exact; +Inf Exact; 1
// -2e-100 Below; -0 Exact; 1e-200 Below; 1 Exact; 0
// 1234570.14159 Below; -1234563.85841 Below; 3878506.61756 Below; 2.54469190703e-06 Below; -1
// 1e+100 Below; -1e+100 Below; 1.536e+103 Below; 1.536e-97 Below; -1
// 99999.5 Below; -99999.5 Below; 9.99995e-316 Below; 1.00000500003e-325 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Below; 99999.4 Below; 9999.95 Below; 999995 Below; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Below; -1e-320 Below; -0 Exact; -0 Exact; -1
// 2 Exact; -0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Below; 0.1 Below; -0 Exact; -Inf Exact; 1
// 123456793.129 Below; 123456786.846 Below; 387850944.461 Below; 39297516.7696 Below; 1
// 1e+100 Below; 1e+100 Below; 0 Exact; +Inf Exact; 1
// -2e-100 Below; -0 Exact; 1e-200 Below; 1 Exact; 0
// 1234570.14159 Below; -1234563.85841 Below; 3878506.61756 Below; 2.54469190703e-06 Below; -1
// 1e+100 Below; -1e+100 Below; 1.536e+103 Below; 1.536e-97 Below; -1
// 99999.5 Below; -99999.5 Below; 9.99995e-316 Below; 1.00000500003e-325 Below; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Below; 99999.4 Below; 9999.95 Below; 999995 Below; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// ToPositiveInf
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1.00097699847e-320 Above; -1.00097699847e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1536 Above; -1536 Above; -2304 Exact; -0.0009765625 Exact; -1
// 0.10009765625 Above; 0.10009765625 Above; -0 Exact; -Inf Exact; 1
// 123469824 Above; 123469824 Above; 387973120 Above; 39321600 Above; 1
// 1.00135072244e+100 Above; 1.00135072244e+100 Above; 0 Exact; +Inf Exact; 1
// -1.9979955375e-100 Above; 0 Exact; 1.00022794773e-200 Above; 1 Exact; 0
// 1234944 Above; -1232896 Above; 3878912 Above; 2.54809856415e-06 Above; -1
// 1.00135072244e+100 Above; -9.99641932811e+99 Above; 1.53632490909e+103 Above; 1.53617505388e-97 Above; -1
// 100096 Above; -99968 Above; 1.00116134425e-315 Above; 1.0011584132e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 100096 Above; 100096 Above; 10000 Above; 1000448 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Above; -1e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Above; 123456786.846 Above; 387850944.461 Above; 39297516.7696 Above; 1
// 1e+100 Above; 1e+100 Above; 0 Exact; +Inf Exact; 1
// -2e-100 Above; 0 Exact; 1e-200 Above; 1 Exact; 0
// 1234570.14159 Above; -1234563.85841 Above; 3878506.61756 Above; 2.54469190703e-06 Above; -1
// 1e+100 Above; -1e+100 Above; 1.536e+103 Above; 1.536e-97 Above; -1
// 99999.5 Above; -99999.5 Above; 9.99995e-316 Above; 1.00000500003e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Above; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// -1.5 Exact; 1.5 Exact; -0 Exact; -0 Exact; 1
// 1e-320 Above; -1e-320 Above; -0 Exact; -0 Exact; -1
// 2 Exact; 0 Exact; 1 Exact; 1 Exact; 0
// 1534.5 Exact; -1537.5 Exact; -2304 Exact; -0.0009765625 Exact; -1
// 0.1 Above; 0.1 Above; -0 Exact; -Inf Exact; 1
// 123456793.129 Above; 123456786.846 Above; 387850944.461 Above; 39297516.7696 Above; 1
// 1e+100 Above; 1e+100 Above; 0 Exact; +Inf Exact; 1
// -2e-100 Above; 0 Exact; 1e-200 Above; 1 Exact; 0
// 1234570.14159 Above; -1234563.85841 Above; 3878506.61756 Above; 2.54469190703e-06 Above; -1
// 1e+100 Above; -1e+100 Above; 1.536e+103 Above; 1.536e-97 Above; -1
// 99999.5 Above; -99999.5 Above; 9.99995e-316 Above; 1.00000500003e-325 Above; -1
// +Inf Exact; +Inf Exact; +Inf Exact; +Inf Exact; 1
// -Inf Exact; subtraction of infinities with equal signs; +Inf Exact; division of zero by zero or infinity by infinity; 0
// 99999.6 Above; 99999.4 Above; 9999.95 Above; 999995 Above; 1
// +Inf Exact; -Inf Exact; +Inf Exact; 0 Exact; -1
// 1.4142131805419921875
// 1.4142135623730951454746218587388284504413604736328125
// 1.41421356237309504880168872420969807856967187537694807317668
// 1.41421356237309504880168872420969807856967187537694807317668
// 3.1415926535897932384626433832795028841971693993751058209749445923078164062862089986280348253421170680
// 1.099511627777e+12 64 0.33333333333333333334 1.8446744073709551615e+19
// 2500 24 1000
//  false false
// x false false
// 1e false false
// 1.2.3 false false
// 0x false false
// 1_000.5 true true
// 1e5000 true true
// 1.25 <nil>
