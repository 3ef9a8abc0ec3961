#!/bin/sh
# A client of another make: no browser, no library of ours, no cookie that it did not write itself. It tries what must
# not work and says what did. Takes from the environment: BASE; CALLS (a file of lines "METHOD path": every call that is
# not open to anybody); SESSION, HALF and OLD (tokens of sessions: whole, with a step to go, signed out); PROGRAM, ENDED,
# EXPIRED and LEFT (API tokens: that works, was ended, is past its last day, of somebody who left); USER (an id).
set -u

api="$BASE/api/v1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tries=0
faults=0

fault() {
  echo "NOT REFUSED: $*"
  faults=$((faults + 1))
}

# Makes one request. Its status must be one of the first word, and it may set no cookie and show nobody.
refused() {
  wanted=$1
  what=$2
  shift 2
  tries=$((tries + 1))
  status=$(curl --silent --max-time 30 --path-as-is --dump-header "$work/headers" --output "$work/body" \
    --write-out '%{http_code}' "$@")
  case " $wanted " in
    *" $status "*) ;;
    *) fault "$what was answered with $status" ;;
  esac
  if grep -qi '^set-cookie: [^=]*=[^;]' "$work/headers"; then fault "$what got a cookie"; fi
  if grep -qi '^access-control-allow' "$work/headers"; then fault "$what is open to other sites"; fi
  if grep -q '"items"\|"email"' "$work/body"; then fault "$what shows people"; fi
}

# Makes every call of CALLS in one go, with these headers; each must answer this status.
all_refused() {
  wanted=$1
  what=$2
  header=$3
  while read -r method path; do
    printf 'next\nsilent\nmax-time = 30\noutput = "%s"\nrequest = "%s"\nurl = "%s%s"\n' "$work/body" "$method" "$api" "$path"
    printf 'write-out = "%%{http_code} %s %s\\n"\n' "$method" "$path"
    if [ -n "$header" ]; then printf 'header = "%s"\n' "$header"; fi
    case "$method" in
      POST | PUT | PATCH) printf 'header = "content-type: application/json"\ndata = "{}"\n' ;;
    esac
  done <"$CALLS" | sed 1d >"$work/config"
  curl --config "$work/config" >"$work/statuses"
  tries=$((tries + $(wc -l <"$work/statuses")))
  if [ "$(wc -l <"$work/statuses")" -ne "$(wc -l <"$CALLS")" ]; then fault "$what: not every call was answered"; fi
  grep -v "^$wanted " "$work/statuses" | while read -r line; do echo "$what: $line"; done >"$work/wrong"
  while read -r line; do fault "$line"; done <"$work/wrong"
}

# The client itself works: with what is right it comes in.
for header in "authorization: Bearer $PROGRAM" "cookie: muster=$SESSION"; do
  status=$(curl --silent --output /dev/null --write-out '%{http_code}' --header "$header" "$api/users")
  [ "$status" = 200 ] || fault "the right key ($header) was answered with $status: this client proves nothing"
done

all_refused 401 'without anything' ''
all_refused 401 'half a session as a bearer token' "authorization: Bearer $HALF"
all_refused 401 'an API token that was ended' "authorization: Bearer $ENDED"
all_refused 401 'an API token past its last day' "authorization: Bearer $EXPIRED"
all_refused 401 'an API token of somebody who left' "authorization: Bearer $LEFT"
all_refused 401 'a session that was signed out' "cookie: muster=$OLD"

# The right secret in the wrong place.
for place in access_token token api_key session muster authorization; do
  refused '400 401' "a token in the query as $place" "$api/users?$place=$PROGRAM"
  refused '400 401' "a session in the query as $place" "$api/users?$place=$SESSION"
done
refused 401 'a session as a bearer token' --header "authorization: Bearer $SESSION" "$api/users"
refused 401 'an API token as a cookie' --header "cookie: muster=$PROGRAM" "$api/users"
refused 401 'half a session and an API token that was ended' --header "cookie: muster=$HALF" \
  --header "authorization: Bearer $ENDED" "$api/users"
refused 401 'a whole session beside a token that was ended' --header "cookie: muster=$SESSION" \
  --header "authorization: Bearer $ENDED" "$api/users"
refused 401 'a token under another scheme' --header "authorization: Token $PROGRAM" "$api/users"
refused 401 'a token as a password' --user "muster:$PROGRAM" "$api/users"
refused 401 'a token in a header of its own' --header "x-api-key: $PROGRAM" "$api/users"
refused 401 'a token behind a wrong one' --header 'authorization: Bearer muster_x' \
  --header "authorization: Bearer $PROGRAM" "$api/users"
refused 401 'a token that is cut short' --header "authorization: Bearer ${PROGRAM%?}" "$api/users"
refused 401 'a token in capitals' --header "authorization: Bearer $(echo "$PROGRAM" | tr '[:lower:]' '[:upper:]')" \
  "$api/users"
refused 401 'a session under another name' --header "cookie: __Host-muster=$SESSION; session=$SESSION" "$api/users"
refused '403' 'half a session as a cookie' --header "cookie: muster=$HALF" "$api/users"
refused '403' 'half a session, for its own profile' --header "cookie: muster=$HALF" "$api/me"

# What a page of another site could make a browser send, with the cookie of somebody who is signed in.
json='content-type: application/json'
for foreign in 'origin: https://elders.example' 'origin: null' 'origin: http://127.0.0.1.elders.example' \
  'sec-fetch-site: cross-site' 'sec-fetch-site: same-site'; do
  refused 403 "a change that says $foreign" --header "cookie: muster=$SESSION" --header "$foreign" --header "$json" \
    --request PATCH --data '{"language":"nl"}' "$api/me"
  refused 403 "signing out that says $foreign" --header "cookie: muster=$SESSION" --header "$foreign" \
    --request DELETE "$api/session"
done
for type in text/plain application/x-www-form-urlencoded multipart/form-data; do
  refused '400 415' "a form as $type" --header "cookie: muster=$SESSION" --header "content-type: $type" \
    --request POST --data '{"granted":true}' "$api/users/$USER/unlock"
done
refused '400 404 405' 'asking another site in first' --header 'origin: https://elders.example' \
  --header 'access-control-request-method: DELETE' --request OPTIONS "$api/users"

# Another method than the one that is written.
for header in x-http-method-override x-http-method x-method-override; do
  refused '404 405' "DELETE by $header" --header "authorization: Bearer $PROGRAM" --header "$header: DELETE" \
    --header "$json" --request POST --data '{}' "$api/users/$USER"
  refused '404 405' "GET by $header" --header "$header: GET" --header "$json" --request POST --data '{}' "$api/audit"
done
refused '404 405' 'DELETE by _method' --header "cookie: muster=$SESSION" --header "$json" --request POST \
  --data '{"_method":"DELETE"}' "$api/me/sessions?_method=DELETE"
for method in TRACE TRACK PROPFIND; do
  refused '400 404 405' "$method" --header "cookie: muster=$SESSION" --request "$method" "$api/users"
done

# Another address than the one that is written.
for path in '//api/v1/users' '/api/v1//users' '/api/v1/../v1/users' '/api/v1/users/' '/api/v1/users%2f' \
  '/api/v1/users%00' '/api/v1/users;a=b' '/API/V1/users' '/api/v1/%75sers' '/api/v1/session/../users' '/api/v1/users?a#b'; do
  refused '200 400 401 404' "the address $path" "$BASE$path"
done
for header in x-original-url x-rewrite-url x-forwarded-prefix x-forwarded-path; do
  refused 401 "another address by $header" --header "$header: /api/v1/branding" "$api/users"
done
for header in x-forwarded-for x-real-ip x-forwarded-user remote-user x-user-id x-remote-user; do
  refused 401 "who one is by $header" --header "$header: 127.0.0.1" --header "$header: $USER" "$api/users"
done

# What a program may not do, whatever its token may.
refused 403 'a program that makes a token' --header "authorization: Bearer $PROGRAM" --header "$json" --request POST \
  --data '{"name":"Meer","permissions":["users.view"],"endsOn":"2030-01-01"}' "$api/me/tokens"
refused 403 'a program that changes a password' --header "authorization: Bearer $PROGRAM" --header "$json" \
  --request PUT --data '{"current":"x","password":"Waterval-39-mos"}' "$api/me/password"
refused 403 'a program that makes an administrator' --header "authorization: Bearer $PROGRAM" --header "$json" \
  --request PUT --data '{"granted":true}' "$api/users/$USER/admin-access"
refused 403 'a program that asks for a session' --header "authorization: Bearer $PROGRAM" "$api/session"

# Claiming what is claimed, links that never were, fields that nobody asked for, versions that are gone.
refused '403 409' 'a second first run' --header "$json" --data \
  '{"token":"x","organisationName":"X","firstName":"X","lastName":"X","email":"x@x.example","password":"Waterval-39-mos","language":"en"}' \
  "$api/setup"
for path in password/reset activation; do
  refused 410 "a made-up link for $path" --header "$json" --data '{"token":"AAAA","password":"Waterval-39-mos"}' \
    "$api/$path"
done
for field in admin permissions isAdmin role __proto__ constructor; do
  refused 400 "the field $field" --header "cookie: muster=$SESSION" --header "$json" --request PATCH \
    --data "{\"$field\":true}" "$api/me"
done
refused 412 'a version that is gone' --header "cookie: muster=$SESSION" --header "$json" --header 'if-match: "999999"' \
  --request PATCH --data '{"jobTitle":"X"}' "$api/users/$USER"

echo "$tries tries, $faults not refused"
[ "$faults" -eq 0 ]
