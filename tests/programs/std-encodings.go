package main

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"flag"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/fnv"
	"math/cmplx"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"
)

type hdr struct {
	A uint16
	B int32
	C [3]uint8
	D float64
}

func main() {
	for _, s := range []string{"", "a", "hello world", strings.Repeat("xyz", 100), strings.Repeat("q", 55), strings.Repeat("q", 56), strings.Repeat("q", 64), strings.Repeat("q", 111), strings.Repeat("q", 112), strings.Repeat("q", 128)} {
		b := []byte(s)
		fmt.Printf("%x\n%x\n%x\n%x\n%x\n%x\n", md5.Sum(b), sha1.Sum(b), sha256.Sum256(b), sha512.Sum512(b), sha256.Sum224(b), sha512.Sum384(b))
		fmt.Println(crc32.ChecksumIEEE(b), adler32.Checksum(b), crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)))
		h := fnv.New32a()
		h.Write(b)
		h2 := fnv.New64()
		h2.Write(b)
		fmt.Println(h.Sum32(), h2.Sum64())
		e := base64.StdEncoding.EncodeToString(b)
		d, err := base64.StdEncoding.DecodeString(e)
		fmt.Println(e, string(d) == s, err, base64.RawURLEncoding.EncodeToString(b))
		x := hex.EncodeToString(b)
		d, err = hex.DecodeString(x)
		fmt.Println(x, string(d) == s, err)
	}
	for _, s := range []string{"a", "YQ=", "YQ==", "YQ==x", "Y!==", "YWI=", "YWJj\nZGVm", "YQ"} {
		d, err := base64.StdEncoding.DecodeString(s)
		fmt.Printf("%q %v\n", d, err)
	}
	_, err := hex.DecodeString("abc")
	fmt.Println(err)
	_, err = hex.DecodeString("zz")
	fmt.Println(err)
	fmt.Print(hex.Dump([]byte("hello hex dump world!")))
	var buf bytes.Buffer
	in := hdr{1, -2, [3]uint8{1, 2, 3}, 2.5}
	binary.Write(&buf, binary.LittleEndian, in)
	binary.Write(&buf, binary.BigEndian, uint32(0xdeadbeef))
	fmt.Printf("%x\n", buf.Bytes())
	var out hdr
	fmt.Println(binary.Read(&buf, binary.LittleEndian, &out), out, binary.Size(in))
	b := binary.PutUvarint(make([]byte, 10), 300)
	v, n := binary.Varint([]byte{0xd7, 0x04})
	fmt.Println(b, v, n, binary.BigEndian.Uint32([]byte{1, 2, 3, 4}))
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "Name\tAge\tCity")
	fmt.Fprintln(w, "Alice\t30\tNew York")
	fmt.Fprintln(w, "Bob\t4\tLA")
	w.Flush()
	w = tabwriter.NewWriter(os.Stdout, 5, 0, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc\t")
	fmt.Fprintln(w, "aaa\tbbbb\tc\t")
	fmt.Fprintln(w)
	fmt.Fprintln(w, "x\tyyyyyyyyy\t")
	w.Flush()
	w = tabwriter.NewWriter(os.Stdout, 0, 8, 0, '\t', 0)
	fmt.Fprintln(w, "one\ttwo\tthree\nfour\tfivefivefive\tsix\nno tabs\nq\tr")
	w.Flush()
	for _, p := range []string{"", "a/b/../c", "/a//b/./c/", "../..", "/..", "a.txt", "/x/y.tar.gz"} {
		fmt.Println(path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), path.IsAbs(p))
		fmt.Println(filepath.Join(p, "z"))
	}
	fmt.Println(path.Match("a*c?", "abbbcd"))
	fmt.Println(path.Match("[a-c]x[^d]", "bxe"))
	fmt.Println(filepath.Rel("/a/b", "/a/c/d"))
	c := complex(3, 4)
	fmt.Println(cmplx.Abs(c), cmplx.Sqrt(c), cmplx.Exp(complex(0, 1)), cmplx.Pow(c, 2), cmplx.Phase(c), cmplx.Sqrt(-1), cmplx.Log(c))
	fs := flag.NewFlagSet("prog", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	nn := fs.Int("n", 5, "number of `things`")
	ss := fs.String("s", "def", "a string")
	bb := fs.Bool("v", false, "verbose")
	dd := fs.Duration("d", time.Second, "duration")
	fmt.Println(fs.Parse([]string{"-n=7", "--s", "hi", "-v", "-d", "2s", "rest", "more"}))
	fmt.Println(*nn, *ss, *bb, *dd, fs.Args(), fs.NArg(), fs.NFlag())
	fmt.Println(fs.Parse([]string{"-n", "abc"}))
	fmt.Println(fs.Parse([]string{"-zzz"}))
	fs.PrintDefaults()
}

// Output:
// d41d8cd98f00b204e9800998ecf8427e
// da39a3ee5e6b4b0d3255bfef95601890afd80709
// e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
// cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
// d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f
// 38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
// 0 1 0
// 2166136261 14695981039346656037
//  true <nil>
//  true <nil>
// 0cc175b9c0f1b6a831c399e269772661
// 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8
// ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
// 1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75
// abd37534c7d9a2efb9465de931cd7055ffdb8879563ae98078d6d6d5
// 54a59b9f22b0b80880d8427e548b7c23abd873486e1f035dce9cd697e85175033caa88e6d57bc35efae0b5afd3145f31
// 3904355907 6422626 3251651376
// 3826002220 12638153115695167422
// YQ== true <nil> YQ
// 61 true <nil>
// 5eb63bbbe01eeed093cb22bb8f5acdc3
// 2aae6c35c94fcfb415dbe95f408b9ce91ee846ed
// b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9
// 309ecc489c12d6eb4cc40f50c902f2b4d0ed77ee511a7c7a9bcd3ca86d4cd86f989dd35bc5ff499670da34255b45b0cfd830e81f605dcf7dc5542e93ae9cd76f
// 2f05477fc24bb4faefd86517156dafdecec45b8ad3cf2522a563582b
// fdbd8e75a67f29f701a4e040385e2e23986303ea10239211af907fcbb83578b3e417cb71ce646efd0819dd8c088de1bd
// 222957957 436929629 3381945770
// 3582672807 9065573210506989167
// aGVsbG8gd29ybGQ= true <nil> aGVsbG8gd29ybGQ
// 68656c6c6f20776f726c64 true <nil>
// dcd83683b6e9c73fc385b1902fbbbe72
// 896066771994f443c557ee5fbeb0df76868a4bcb
// 9feac4afb9ead6e81fa3864e17ed1d08079c9dd5c9380b7348df65e7f098a49a
// d22a26444294ff26eed6988a40df173735753498aab9b75ee28d9546ae6e297fd319efabb291b137f3e995aadb4a74217e31be44cf8d7adb50ea274ebbbc16ed
// 3d041077851ea7fcdc197f04f1a76031708ca69e3fa24d258df75b01
// 5912317d6dac3d23c1a19980456bd615cca487ff7acba2ec930036aefaee6b6e947427a5c419f08f1df84417d9145b0a
// 2100416659 1638895053 714400273
// 2031484865 3631295784967945049
// eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6 true <nil> eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6eHl6
// 78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a78797a true <nil>
// c932e1b1a97de537d13e0dddd96da42b
// 7b271259bf2d2d3311f75d398745f5309ff76e09
// 85528b5baff5639cb8e7daca79d085ac29ac0978e873ed7527158616b2b6c379
// 42ca12126f165068c614c9a398d1e133fe0380d764ff4641f32fa0d2a9c8bf1dfe224322041985baff2aa55655221da2aa9f6df03b28c6dbccd85c634fc2028f
// 59ef34ae090f158a844b46d4931449b9fd5c429812546025fbed99c0
// 4aaf83f34c09ca81b8131b9899989acc9fad42880354dcc64a5e58daadb10af8f4136f9b8de0b1e4bfda19b2f1496844
// 2694357523 2820216904 2741651174
// 2682069310 11510404718505084052
// cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcQ== true <nil> cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcQ
// 71717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171 true <nil>
// 266ea7b18061f04ebe140d63ce648567
// cc30d5bc02bd26f3da6c5801880078dad9a63032
// f8ce2f8d6990c639668fe404262f35ed72d8bb145ad6bae786af7284447386df
// dbc34ba60b48d8d401e53f392fe39222e558194c32b95372f76d3c6b0a9f152b55696baf908309a40d5d31b64f53764c641dc0867de71556bdbf95aa61477bd1
// bb2b9dfa85f2f818edb72139bb9053ff3989476237264fc73eadf7f4
// c7ddbf43d436f3724ca9abda9a78d4bd04bbb0984e2c5350f2320712d008a071140dfc174f1ad503b82987297e65e7b6
// 1897822043 3234994361 347906539
// 4162547549 16732709276168554253
// cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXE= true <nil> cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXE
// 7171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171 true <nil>
// 40bfc24c764552cb38083a62855664aa
// ce2798652a5cbba06c6f736ddeca9724e479e5b7
// ee8e658590c9a5e119400a774415a01db104de1ee6e2c29ec69aa73ef46544d2
// 8a4729579fba5a4b5d4970aae2b2a7a5adb9748170738f27d46faee13bda48eeedbe86e22f6d20b30c21225afc1b2e354a17c10bcfea7fd6c0bba660c47e8e68
// 1a56438ddf8210e4eda9ade8a8eacd51a4ea1ba45a40cadb12fd304c
// 493d00100d1efc44c4c457179b74f8f52a22524ca5921c5e8ab3442517fc08724323bb165d9c55bdd370877eac0fbe16
// 7398849 2525830209 2962544993
// 3795890309 6424546712530544997
// cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcQ== true <nil> cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcQ
// 71717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171 true <nil>
// acdbee0293e149305cabf66f048423c0
// 8d0c6a9ada4f52fd152b2e73a6d56972dc131a15
// 9f321413751df2aa93687058003e1d99dbf3c2de5f1a28bf16df0b8be73d25fd
// 03dbe4f4706a6dcacf7e284858c7e58ae1cab06e9321fb9609d178d2168030c0892fb960c9fb4963bfd01c3fbe14403f4bd3caf954409426b50717a4a426b518
// 1603d257dc2e6273d7a72abfa93b5a594100a05760c308a2fe9434cb
// a5e5ea54af23eb713f07687efbf3a6e1e3e97e36f4f2d827cd2e65f69bf334e2b2c0e3daf2b557c753d5a678550da3a0
// 1293316593 3100455168 4161335188
// 3695669318 4617079156870552716
// cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFx true <nil> cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFx
// 717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171 true <nil>
// ebe6ecd3ebd9c9aad9ed9fe7727694a2
// 4cfa7e1d979a1ba10a88386677226f80cc0d44a1
// fe089c0992007efd0c26a88505c2057f887460a52968307765a4e4b79633a769
// bf7cbd52bbb3ecd3566ed53c3e9f7e35d81042bc75e6e1c4a7e5beb333a84b3fa141777f836ea710f89927ef0b29856f5c55f433a18381178836a13673884fca
// 52f1c226226a94ae5c925110ead7f08b01c1efb0f24619df36db9bdf
// 6d5ad3338bb7b87d7183acb3575a90f50d2ca5daa0a2ec70376f6f142d04fce88b565109a3d040b6584cee20b52b76fc
// 1073183452 3929944433 2219108280
// 4218791573 120265038576714133
// cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcQ== true <nil> cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcQ
// 71717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171 true <nil>
// d54e2c26b7f6d2bb0fe3d3b7ad28a2d1
// 4e62cf8bbce5071fabccabebdee5ede47a596d2d
// 652713bcb795a6978fa84aa8d071d13e9ee581a8e716e8ab18daa49d1e920360
// 393e7278257617d4c2fa9375a99a6c79fcfb585d0de123859f30a3453bfac468dcc5f179ae3f5f06e4c046e02e52e47fd77d5b3dfb76059b8f8a34ab6cdb81f5
// e07a8b2b5837cff6c3566edb50ca1ced6c5cef0c779eaf425e6241ab
// cebca31d5afb4c132952e3263fdd68b7038b210d6db38ff8628944101bee9ff8a1ce437d0d5ad7ac995f06fc1ae9c856
// 2343757989 1032992897 3194917245
// 1891754053 10650449996208913061
// cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXE= true <nil> cXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXFxcXE
// 7171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171717171 true <nil>
// "" illegal base64 data at input byte 0
// "" illegal base64 data at input byte 3
// "a" <nil>
// "a" illegal base64 data at input byte 4
// "" illegal base64 data at input byte 1
// "ab" <nil>
// "abcdef" <nil>
// "" illegal base64 data at input byte 0
// encoding/hex: odd length hex string
// encoding/hex: invalid byte: U+007A 'z'
// 00000000  68 65 6c 6c 6f 20 68 65  78 20 64 75 6d 70 20 77  |hello hex dump w|
// 00000010  6f 72 6c 64 21                                    |orld!|
// 0100feffffff0102030000000000000440deadbeef
// <nil> {1 -2 [1 2 3] 2.5} 17
// 2 -300 2 16909060
// Name   Age  City
// Alice  30   New York
// Bob    4    LA
// ....a|....b|....c|
// ..aaa|.bbbb|....c|
//
// ....x|.yyyyyyyyy|
// one	two		three
// four	fivefivefive	six
// no tabs
// q	r
// . . .  false
// z
// a/c c a  false
// a/c/z
// /a/b/c c /a/b/c  true
// /a/b/c/z
// ../.. .. .. . false
// ../../z
// / .. / . true
// /z
// a.txt a.txt . .txt false
// a.txt/z
// /x/y.tar.gz y.tar.gz /x .gz true
// /x/y.tar.gz/z
// true <nil>
// true <nil>
// ../c/d <nil>
// 5 (2+1i) (0.5403023058681398+0.8414709848078965i) (-6.999999999999998+24.000000000000004i) 0.9272952180016122 (0+1i) (1.6094379124341003+0.9272952180016122i)
// <nil>
// 7 hi true 2s [rest more] 2 4
// invalid value "abc" for flag -n: parse error
// Usage of prog:
//   -d duration
//     	duration (default 1s)
//   -n things
//     	number of things (default 5)
//   -s string
//     	a string (default "def")
//   -v	verbose
// invalid value "abc" for flag -n: parse error
// flag provided but not defined: -zzz
// Usage of prog:
//   -d duration
//     	duration (default 1s)
//   -n things
//     	number of things (default 5)
//   -s string
//     	a string (default "def")
//   -v	verbose
// flag provided but not defined: -zzz
//   -d duration
//     	duration (default 1s)
//   -n things
//     	number of things (default 5)
//   -s string
//     	a string (default "def")
//   -v	verbose
