package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type Base struct {
	ID   int `json:"id"`
	Kind string
}
type Opt struct {
	Base
	*Ptr
	Name   string             `json:"name"`
	Skip   string             `json:"-"`
	Dash   int                `json:"-,"`
	Empty  string             `json:"empty,omitempty"`
	EmptyP *int               `json:",omitempty"`
	Str    int                `json:"str,string"`
	Tags   []string           `json:"tags"`
	M      map[string]float64 `json:"m"`
	Any    interface{}
	Raw    json.RawMessage
	priv   int
	B      []byte
	When   time.Time
	D      time.Duration
	F32    float32
	U8     uint8
	Arr    [3]int
	Bool   *bool
	Nested struct{ X, Y int }
	IM     map[int]string
}
type Ptr struct{ PF int }
type Temp float64

func (t Temp) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`"%.1fC"`, float64(t))), nil }
func (t *Temp) UnmarshalJSON(b []byte) error {
	_, err := fmt.Sscanf(string(b), `"%fC"`, (*float64)(t))
	return err
}

type Col int

func (c Col) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("col%d", int(c))), nil }
func (c *Col) UnmarshalText(b []byte) error {
	if len(b) < 4 {
		return errors.New("short")
	}
	*c = Col(b[3] - '0')
	return nil
}

func main() {
	t := true
	o := Opt{Base: Base{1, "k"}, Ptr: &Ptr{5}, Name: "n<>&\u2028\"\\\n\x01é", Str: 7, Tags: nil, M: map[string]float64{"b": 1.5, "a": 1e21}, Any: []interface{}{1, "x", nil, 2.5, map[string]interface{}{"z": 1}}, Raw: json.RawMessage(`{"r": [1, 2]}`), B: []byte("hello"), When: time.Date(2020, 1, 2, 3, 4, 5, 6000, time.UTC), D: 5, F32: 0.1, U8: 200, Bool: &t, IM: map[int]string{10: "x", 2: "y"}}
	b, err := json.Marshal(o)
	fmt.Println(string(b), err)
	b, err = json.MarshalIndent(o, ">", "  ")
	fmt.Println(string(b), err)
	var back Opt
	err = json.Unmarshal(b[0:], &back)
	fmt.Println(err)
	b2, _ := json.Marshal(o)
	err = json.Unmarshal(b2, &back)
	fmt.Printf("%v %+v %d %v\n", err, back.Base, back.PF, back.Any)
	b3, _ := json.Marshal(back)
	fmt.Println(string(b3) == string(b2))
	for _, v := range []interface{}{nil, 1, -1.5, 1e-7, 1e20, 1e21, "s", true, []int{}, []int(nil), map[string]int{}, map[string]int(nil), struct{}{}, [2]bool{}, Temp(36.6), Col(3), map[Col]int{2: 1}, []Temp{1, 2}, &o.ID, func() {}, make(chan int), map[bool]int{true: 1}, complex(1, 2), json.Number("12.5"), time.Second, errors.New("x"), struct{ A interface{} }{nil}} {
		b, err := json.Marshal(v)
		fmt.Println(string(b), err)
	}
	for _, s := range []string{`{}`, `{"id":5,"KIND":"up","name":"x","str":"9","tags":["a","b"],"m":{"q":1},"Any":{"a":[1,2,{"b":null}]},"B":"aGk=","Arr":[1,2,3,4],"Nested":{"X":1},"IM":{"5":"five"},"unknown":1}`, `{"id":"str"}`, `{"name":5}`, `{"U8":300}`, `{"tags":"x"}`, `{"Nested":{"X":"bad"}}`, `{"id":1.5}`, ``, `{`, `{"a"}`, `{"a":}`, `{"a":1,}`, `[1,2`, `{"a":1}x`, `nul`, `{"id":01}`, `{"name":"\x"}`, `{"name":"\u12"}`, "{\"name\":\"a\nb\"}", `{'a':1}`, `{"str":5}`, `{"Bool":null,"Any":null}`, `{"PF":3}`, `{"name":"\ud83d\ude00\ud800x"}`, `-`, `1.`, `1e`, `tru`, `"abc`} {
		var o Opt
		err := json.Unmarshal([]byte(s), &o)
		fmt.Printf("%s => %v | %v %v %q %v %v %v %v %v %v\n", s, err, o.Base, o.Ptr != nil, o.Name, o.Str, o.Tags, o.M, o.Any, string(o.B), o.IM)
		var a interface{}
		err = json.Unmarshal([]byte(s), &a)
		fmt.Printf("%v %v %v\n", a, err, json.Valid([]byte(s)))
	}
	var x int
	fmt.Println(json.Unmarshal([]byte("1"), x), json.Unmarshal([]byte("1"), nil), json.Unmarshal([]byte("1"), (*int)(nil)))
	var tt []Temp
	fmt.Println(json.Unmarshal([]byte(`["1.5C","2C"]`), &tt), tt)
	var cm map[Col]Col
	fmt.Println(json.Unmarshal([]byte(`{"col1":"col2"}`), &cm), cm)
	dec := json.NewDecoder(strings.NewReader(`{"a":1} [2,3] "x" 4 {bad`))
	for {
		var v interface{}
		err := dec.Decode(&v)
		fmt.Println(v, err)
		if err != nil {
			break
		}
	}
	dec = json.NewDecoder(strings.NewReader(`[{"id":1},{"id":2}] `))
	tok, err := dec.Token()
	fmt.Printf("%T %v %v\n", tok, tok, err)
	for dec.More() {
		var b Base
		fmt.Println(dec.Decode(&b), b)
	}
	tok, err = dec.Token()
	fmt.Println(tok, err)
	_, err = dec.Token()
	fmt.Println(err == io.EOF)
	dec = json.NewDecoder(strings.NewReader(`{"a":[1,"b",{"c":null}],"d":true}`))
	for {
		tok, err := dec.Token()
		if err != nil {
			break
		}
		fmt.Printf("%T:%v ", tok, tok)
	}
	fmt.Println()
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	enc.Encode(map[string]interface{}{"x": "<a>", "e": []int{}, "o": map[string]int{}})
	var buf bytes.Buffer
	fmt.Println(json.Compact(&buf, []byte(`{ "a" : [ 1 , 2 ] }`)), buf.String())
	buf.Reset()
	json.Indent(&buf, []byte(`{"a":[1,2],"b":{}}`), "", "\t")
	fmt.Println(buf.String())
	d2 := json.NewDecoder(strings.NewReader(`{"id":1,"zzz":2}`))
	d2.DisallowUnknownFields()
	var bb Base
	fmt.Println(d2.Decode(&bb))
	d3 := json.NewDecoder(strings.NewReader(`{"n":12345678901234567890}`))
	d3.UseNumber()
	var mm map[string]interface{}
	fmt.Println(d3.Decode(&mm), mm)
	var ute *json.UnmarshalTypeError
	err = json.Unmarshal([]byte(`{"id":"x"}`), &bb)
	fmt.Println(errors.As(err, &ute), ute.Field, ute.Offset, ute.Value)
	var se *json.SyntaxError
	err = json.Unmarshal([]byte(`{"id":x}`), &bb)
	fmt.Println(errors.As(err, &se), se.Offset)
}

// Output:
// {"id":1,"Kind":"k","PF":5,"name":"n\u003c\u003e\u0026\u2028\"\\\n\u0001é","-":0,"str":"7","tags":null,"m":{"a":1e+21,"b":1.5},"Any":[1,"x",null,2.5,{"z":1}],"Raw":{"r":[1,2]},"B":"aGVsbG8=","When":"2020-01-02T03:04:05.000006Z","D":5,"F32":0.1,"U8":200,"Arr":[0,0,0],"Bool":true,"Nested":{"X":0,"Y":0},"IM":{"10":"x","2":"y"}} <nil>
// {
// >  "id": 1,
// >  "Kind": "k",
// >  "PF": 5,
// >  "name": "n\u003c\u003e\u0026\u2028\"\\\n\u0001é",
// >  "-": 0,
// >  "str": "7",
// >  "tags": null,
// >  "m": {
// >    "a": 1e+21,
// >    "b": 1.5
// >  },
// >  "Any": [
// >    1,
// >    "x",
// >    null,
// >    2.5,
// >    {
// >      "z": 1
// >    }
// >  ],
// >  "Raw": {
// >    "r": [
// >      1,
// >      2
// >    ]
// >  },
// >  "B": "aGVsbG8=",
// >  "When": "2020-01-02T03:04:05.000006Z",
// >  "D": 5,
// >  "F32": 0.1,
// >  "U8": 200,
// >  "Arr": [
// >    0,
// >    0,
// >    0
// >  ],
// >  "Bool": true,
// >  "Nested": {
// >    "X": 0,
// >    "Y": 0
// >  },
// >  "IM": {
// >    "10": "x",
// >    "2": "y"
// >  }
// >} <nil>
// invalid character '>' looking for beginning of object key string
// <nil> {ID:1 Kind:k} 5 [1 x <nil> 2.5 map[z:1]]
// true
// null <nil>
// 1 <nil>
// -1.5 <nil>
// 1e-7 <nil>
// 100000000000000000000 <nil>
// 1e+21 <nil>
// "s" <nil>
// true <nil>
// [] <nil>
// null <nil>
// {} <nil>
// null <nil>
// {} <nil>
// [false,false] <nil>
// "36.6C" <nil>
// "col3" <nil>
// {"col2":1} <nil>
// ["1.0C","2.0C"] <nil>
// 1 <nil>
//  json: unsupported type: func()
//  json: unsupported type: chan int
//  json: unsupported type: map[bool]int
//  json: unsupported type: complex128
// 12.5 <nil>
// 1000000000 <nil>
// {} <nil>
// {"A":null} <nil>
// {} => <nil> | {0 } false "" 0 [] map[] <nil>  map[]
// map[] <nil> true
// {"id":5,"KIND":"up","name":"x","str":"9","tags":["a","b"],"m":{"q":1},"Any":{"a":[1,2,{"b":null}]},"B":"aGk=","Arr":[1,2,3,4],"Nested":{"X":1},"IM":{"5":"five"},"unknown":1} => <nil> | {5 up} false "x" 9 [a b] map[q:1] map[a:[1 2 map[b:<nil>]]] hi map[5:five]
// map[Any:map[a:[1 2 map[b:<nil>]]] Arr:[1 2 3 4] B:aGk= IM:map[5:five] KIND:up Nested:map[X:1] id:5 m:map[q:1] name:x str:9 tags:[a b] unknown:1] <nil> true
// {"id":"str"} => json: cannot unmarshal string into Go struct field Opt.id of type int | {0 } false "" 0 [] map[] <nil>  map[]
// map[id:str] <nil> true
// {"name":5} => json: cannot unmarshal number into Go struct field Opt.name of type string | {0 } false "" 0 [] map[] <nil>  map[]
// map[name:5] <nil> true
// {"U8":300} => json: cannot unmarshal number 300 into Go struct field Opt.U8 of type uint8 | {0 } false "" 0 [] map[] <nil>  map[]
// map[U8:300] <nil> true
// {"tags":"x"} => json: cannot unmarshal string into Go struct field Opt.tags of type []string | {0 } false "" 0 [] map[] <nil>  map[]
// map[tags:x] <nil> true
// {"Nested":{"X":"bad"}} => json: cannot unmarshal string into Go struct field .Nested.X of type int | {0 } false "" 0 [] map[] <nil>  map[]
// map[Nested:map[X:bad]] <nil> true
// {"id":1.5} => json: cannot unmarshal number 1.5 into Go struct field Opt.id of type int | {0 } false "" 0 [] map[] <nil>  map[]
// map[id:1.5] <nil> true
//  => unexpected end of JSON input | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> unexpected end of JSON input false
// { => unexpected end of JSON input | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> unexpected end of JSON input false
// {"a"} => invalid character '}' after object key | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character '}' after object key false
// {"a":} => invalid character '}' looking for beginning of value | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character '}' looking for beginning of value false
// {"a":1,} => invalid character '}' looking for beginning of object key string | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character '}' looking for beginning of object key string false
// [1,2 => unexpected end of JSON input | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> unexpected end of JSON input false
// {"a":1}x => invalid character 'x' after top-level value | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character 'x' after top-level value false
// nul => invalid character ' ' in literal null (expecting 'l') | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character ' ' in literal null (expecting 'l') false
// {"id":01} => invalid character '1' after object key:value pair | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character '1' after object key:value pair false
// {"name":"\x"} => invalid character 'x' in string escape code | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character 'x' in string escape code false
// {"name":"\u12"} => invalid character '"' in \u hexadecimal character escape | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character '"' in \u hexadecimal character escape false
// {"name":"a
// b"} => invalid character '\n' in string literal | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character '\n' in string literal false
// {'a':1} => invalid character '\'' looking for beginning of object key string | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character '\'' looking for beginning of object key string false
// {"str":5} => json: invalid use of ,string struct tag, trying to unmarshal unquoted value into int | {0 } false "" 0 [] map[] <nil>  map[]
// map[str:5] <nil> true
// {"Bool":null,"Any":null} => <nil> | {0 } false "" 0 [] map[] <nil>  map[]
// map[Any:<nil> Bool:<nil>] <nil> true
// {"PF":3} => <nil> | {0 } true "" 0 [] map[] <nil>  map[]
// map[PF:3] <nil> true
// {"name":"\ud83d\ude00\ud800x"} => <nil> | {0 } false "😀�x" 0 [] map[] <nil>  map[]
// map[name:😀�x] <nil> true
// - => invalid character ' ' in numeric literal | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character ' ' in numeric literal false
// 1. => invalid character ' ' after decimal point in numeric literal | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character ' ' after decimal point in numeric literal false
// 1e => invalid character ' ' in exponent of numeric literal | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character ' ' in exponent of numeric literal false
// tru => invalid character ' ' in literal true (expecting 'e') | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> invalid character ' ' in literal true (expecting 'e') false
// "abc => unexpected end of JSON input | {0 } false "" 0 [] map[] <nil>  map[]
// <nil> unexpected end of JSON input false
// json: Unmarshal(non-pointer int) json: Unmarshal(nil) json: Unmarshal(nil *int)
// <nil> [1.5 2]
// <nil> map[1:2]
// map[a:1] <nil>
// [2 3] <nil>
// x <nil>
// 4 <nil>
// <nil> invalid character 'b' looking for beginning of object key string
// json.Delim [ <nil>
// <nil> {1 }
// <nil> {2 }
// ] <nil>
// true
// json.Delim:{ string:a json.Delim:[ float64:1 string:b json.Delim:{ string:c <nil>:<nil> json.Delim:} json.Delim:] string:d bool:true json.Delim:}
// {
//  "e": [],
//  "o": {},
//  "x": "<a>"
// }
// <nil> {"a":[1,2]}
// {
// 	"a": [
// 		1,
// 		2
// 	],
// 	"b": {}
// }
// json: unknown field "zzz"
// <nil> map[n:12345678901234567890]
// true id 9 string
// true 7
