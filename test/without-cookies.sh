#!/bin/sh
# Somebody at the door who is no browser: knows all addresses, has no session, and tries what such people try.
# Usage: without-cookies.sh BASE < "METHOD /path" lines, one for each call that is guarded.
# Prints what let it in, and fails if anything did.
base=$1
failed=0

# knock EXPECTED WHAT CURL-ARGUMENTS…: fails unless the status is expected and no cookie is given.
knock() {
  expected=$1
  what=$2
  shift 2
  answer=$(curl --silent --show-error --max-time 20 --output /dev/null \
    --write-out '%{http_code} %header{set-cookie}' "$@")
  status=${answer%% *}
  cookie=${answer#* }
  case " $expected " in
    *" $status "*) ;;
    *) echo "$what: answered $status instead of $expected"; failed=1 ;;
  esac
  [ -z "$cookie" ] || { echo "$what: gave a cookie"; failed=1; }
}

token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
json='Content-Type: application/json'

while read -r method path; do
  knock 401 "$method $path" -X "$method" -H "$json" -d '{}' "$base$path"
  knock 401 "$method $path with a made-up session" -X "$method" -H "$json" -d '{}' \
    -H "Cookie: muster=$token; __Host-muster=$token; muster-device=$token" "$base$path"
  knock 401 "$method $path with a made-up API token" -X "$method" -H "$json" -d '{}' \
    -H "Authorization: Bearer muster_$token" "$base$path"
done

users=/api/v1/users
for header in 'X-Forwarded-User: ada' 'X-Remote-User: ada' 'Remote-User: ada' 'X-Original-URL: /api/v1/branding' \
  'X-Rewrite-URL: /api/v1/branding' 'X-HTTP-Method-Override: GET' 'X-Forwarded-For: 127.0.0.1' \
  'Authorization: Basic YWRhOmFkYQ==' 'Authorization: Bearer' 'Authorization: Bearer null' 'Origin: null'; do
  knock 401 "a header ($header)" -H "$header" "$base$users"
done
for odd in "$users/" "$users/." "//api/v1/users" "/api/v1//users" "/api/v1/%75sers" "/api/v1/users;a=b" \
  "/api/v1/branding/../users" "/API/v1/users" "/api/v1/users.json" "/api/v1/users?token=$token" "$users%00"; do
  knock '400 401 404' "an odd address ($odd)" --path-as-is "$base$odd"
done
for method in HEAD OPTIONS TRACE PATCH PUT; do
  knock '400 401 404 405' "$method" -X "$method" --head "$base$users"
done

for body in '{}' '[]' '{"identifier":{"$ne":null},"password":{"$ne":null}}' '{"identifier":"ada@zonnig.example"}' \
  '{"identifier":"ada@zonnig.example","password":true}' \
  '{"identifier":"ada@zonnig.example","password":"x","admin":true}'; do
  knock 400 "signing in with $body" -X POST -H "$json" -d "$body" "$base/api/v1/session"
done
knock 401 'signing in with an empty password' -X POST -H "$json" \
  -d '{"identifier":"ada@zonnig.example","password":""}' "$base/api/v1/session"
knock 415 'signing in by a form of another site' -X POST \
  -d 'identifier=ada@zonnig.example&password=x' "$base/api/v1/session"
knock 403 'signing in from another site' -X POST -H "$json" -H 'Origin: https://evil.example' \
  -d '{"identifier":"ada@zonnig.example","password":"x"}' "$base/api/v1/session"
for path in /activation /password/reset; do
  knock 410 "a made-up link at $path" -X POST -H "$json" \
    -d "{\"token\":\"$token\",\"password\":\"Waterval-39-mos\"}" "$base/api/v1$path"
done
knock '403 409' 'claiming the installation' -X POST -H "$json" -d "{\"token\":\"$token\",\"organisationName\":\"X\",
  \"firstName\":\"X\",\"lastName\":\"Y\",\"email\":\"x@y.example\",\"password\":\"Waterval-39-mos\",\"language\":\"nl\",
  \"demo\":false}" "$base/api/v1/setup"
exit $failed
