package main

import "time"

type T struct{ f int }

func (t T) f()              {} // ERROR "field and method with the same name f"
func (t *T) g()             {}
func (t T) g()              {} // ERROR "method T\.g already .*|T\.g redeclared in this block"
func (t time.Time) h()      {} // ERROR "cannot define new methods on non-local type time\.Time"
func (t *time.Duration) i() {} // ERROR "cannot define new methods on non-local type time\.Duration"
func (p *int) j()           {} // ERROR "cannot define new methods on non-local type int"
func (t map[string]int) k() {} // ERROR "invalid receiver type map\[string\]int"
func (t interface{}) l()    {} // ERROR "invalid receiver type interface\{\}"
func (t struct{}) m()       {} // ERROR "invalid receiver type struct\{\}"
func (T) _()                {}
func (T) _()                {}
func (t T) n(t int)         {}        // ERROR "t redeclared in this block"
func (_ T) o()              { _ = _ } // ERROR "cannot use _ as value or type"

type A = T

func (A) p() {}
func (T) p() {} // ERROR "method T\.p already .*|T\.p redeclared in this block"

type B = int

func (B) q() {} // ERROR "cannot define new methods on non-local type B|cannot define new methods on non-local type int"

func init() {}
func init() {}

func main() {}
