{{/* Files that a container reads, and a place to write that goes with it. All take (list $ $name $service). */}}

{{/* Those of every container: what reaching the database takes. */}}
{{- define "sevenfold.mounts" -}}
{{- $root := index . 0 -}}
- name: tmp
  mountPath: /tmp
{{- if $root.Values.database.existingCa.name }}
- name: postgres-ca
  mountPath: /etc/sevenfold/postgres
  readOnly: true
{{- end }}
{{- end -}}

{{- define "sevenfold.volumes" -}}
{{- $root := index . 0 -}}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- with $root.Values.database.existingCa }}
{{- if .name }}
- name: postgres-ca
  secret:
    secretName: {{ .name }}
    items: [{ key: {{ .key }}, path: ca.crt }]
{{- end }}
{{- end }}
{{- end -}}

{{/* Those of a running service. */}}
{{- define "sevenfold.serving.mounts" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $values := $root.Values -}}
{{- if ne $values.kafka.authentication "none" }}
- name: kafka-ca
  mountPath: /etc/sevenfold/kafka-ca
  readOnly: true
{{- end }}
{{- if eq $values.kafka.authentication "tls" }}
- name: kafka-user
  mountPath: /etc/sevenfold/kafka-user
  readOnly: true
{{- end }}
{{- if $values.jwt.existingConfigMap.name }}
- name: jwt
  mountPath: /etc/sevenfold/jwt
  readOnly: true
{{- end }}
{{- if has $name (list "cadence" "notifier") }}
- name: links
  mountPath: /etc/sevenfold/links
  readOnly: true
{{- end }}
{{- if eq $name "notifier" }}
- name: links-signing
  mountPath: /etc/sevenfold/links-signing
  readOnly: true
{{- if $values.smtp.existingCa.name }}
- name: smtp-ca
  mountPath: /etc/sevenfold/smtp-ca
  readOnly: true
{{- end }}
{{- end }}
{{- end -}}

{{- define "sevenfold.serving.volumes" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $service := index . 2 -}}
{{- $values := $root.Values -}}
{{- if ne $values.kafka.authentication "none" }}
- name: kafka-ca
  secret:
    secretName: {{ $values.kafka.existingCa.name }}
    items: [{ key: {{ $values.kafka.existingCa.key }}, path: ca.crt }]
{{- end }}
{{- if eq $values.kafka.authentication "tls" }}
- name: kafka-user
  secret:
    secretName: {{ $service.kafka.existingSecret }}
    items: [{ key: user.p12, path: user.p12 }]
{{- end }}
{{- with $values.jwt.existingConfigMap }}
{{- if .name }}
- name: jwt
  configMap:
    name: {{ .name }}
    items: [{ key: {{ .key }}, path: jwks.json }]
{{- end }}
{{- end }}
{{- if has $name (list "cadence" "notifier") }}
- name: links
  configMap:
    name: {{ $values.links.existingConfigMap.name }}
    items: [{ key: {{ $values.links.existingConfigMap.key }}, path: jwks.json }]
{{- end }}
{{- if eq $name "notifier" }}
- name: links-signing
  secret:
    secretName: {{ $values.links.existingSecret.name }}
    items: [{ key: {{ $values.links.existingSecret.key }}, path: private.jwk }]
{{- with $values.smtp.existingCa }}
{{- if .name }}
- name: smtp-ca
  secret:
    secretName: {{ .name }}
    items: [{ key: {{ .key }}, path: ca.crt }]
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
